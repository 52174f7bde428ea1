/** Downstream scores, vision, test time and metrics: see ../goldens.ts for the columns. */
export const DOWNSTREAM = `
downstream_error | "Gadre 2024 C4" | L = 2.5 | 0.5357706376 | computed | Gadre eq. 5
downstream_error | "Gadre 2024 RedPajama" | L = 2.5 | 0.4870944161 | computed | Gadre eq. 5
downstream_error | "Gadre 2024 RefinedWeb" | L = 2.5 | 0.4876218276 | computed | Gadre eq. 5
loss_to_loss | { K = 0.9 E_x = 1.7 kappa = 1.05 E_y = 1.9 } | L = 3 | 3.085449422 | computed | Mayilvahanan
bleu | { A = 2 alpha = 0.3 beta = 1.5 } | D_p = 1B | 18.16473379 | computed | Isik eq. 1
answer_loss | { a = 100 alpha = 0.3 b = 200 beta = 0.3 } | N = 1B, D = 1T | 0.2497639601 | computed | Xiao
answer_score | { c = 0.75 gamma = -20 l = 0.25 d = 0.25 } | L = 0.24976396 | 0.6258851484 | computed | Xiao
effective_size | { c = 0.75 gamma = -20 l = 0.25 d = 0.25 a = 100 alpha = 0.3 b = 200 beta = 0.3 } | S = 0.62588515 | 1000000009 | computed | Xiao
highest_density | { rho_0 = 3 A = 2.55675 } | t = 2024.5 | 138.8976441 | computed | Xiao
doubling_time |  | A = 0.007 | 99.02102579 | computed | Xiao, 3.3 months
algorithmic_progress | { E = 1.8 A = 400 alpha = 0.34 B = 410 beta = 0.28 a_N = 0.5 a_D = 0.3 } | N = 1B, D = 20B, t = 2024.5 | 2.541787457 | computed | Ho
coverage | { a = -1.838851 b = -0.209035 } | k = 10 samples | 0.320988978 | computed | Brown
coverage | { a = -1.838851 b = -0.209035 } | k = 250 samples | 0.559999188 | computed | Brown, SWE-bench Lite 56 %
pass_until_rate |  | r = 1 samples, K = 1e5 samples | 1e-5 | computed | Hu 2023
pass_until_unbiased |  | r = 3 samples, K = 41 samples | 0.05 | computed | Hu 2023
pass_until | { c = 1e4 alpha = 0.4 } | N = 1B | 0.08111507678 | computed | Hu 2023
test_time_accuracy | { F_max = 1 p = 0.1 } | n = 10 samples | 0.6513215599 | computed | Wang
saturation_attempts | { F_max = 1 p = 0.1 } | epsilon = 0.01 | 22 | computed | Wang
saturation_attempts | { F_max = 0.9 p = 0.2 } | epsilon = 0.001 | 24 | computed | Wang
rejected_share |  | r = 0.87, completeness = 1, soundness = 0.75 | 0.0975 | computed | Stroebl, notebook
rejected_share |  | r = 0.13, completeness = 1, soundness = 0.75 | 0.6525 | computed | Stroebl, notebook
verified_accuracy |  | r = 0.13, completeness = 1, soundness = 0.75 | 0.3741007194 | computed | Stroebl
samples_drawn |  | K = 3 samples, rejected = 0.6525 | 2.078256250 | computed | Stroebl
resampling_value | "Stroebl 2024" | K = 1 samples, V_wrong = -0.7 | 0.48206 | computed | Stroebl
resampling_value | "Stroebl 2024" | K = 3 samples, V_wrong = -0.7 | 0.5245671016 | computed | Stroebl
resampling_value | "Stroebl 2024" | K = 2 samples, V_wrong = -1 | 0.47238125 | computed | Stroebl
best_of_majority_threshold |  | C_star = 50 | 0.015 | computed | Di
best_of_majority_samples |  | C_star = 10, k = 4, error = 0.01 | 1327.047942 | computed | Di
test_time_exchange |  | M = 14, R = 1 | 53 | computed | Snell section 7
test_time_exchange |  | M = 14, R = 0.16 | 257.75 | computed | Snell section 7
test_time_exchange |  | M = 14, R = 22 | 15.77272727 | computed | Snell section 7
optimal_inference_compute | "Wu 2024" | N = 7B | 5.567582584e13 | computed | Wu
verified_cost |  | S = 8, V = 16, lambda = 1 | 136 | computed | Singhi
verified_cost |  | S = 8, V = 4, lambda = 2 | 72 | computed | Singhi
matched_samples |  | S = 5 samples, P_strong = 27B, P_weak = 9B | 15 | published 1e-9 | Bansal, Gemma2
accepted_length | { a = 0.3 b = -2 } | x = 1e12 | 6.289306335 | computed | Yan
rag_score | "Yue 2024 Gemini 1.5 Flash" | k = 10, m = 4, n = 1, i_doc = 1, i_shot = 1 | 0.1137734077 | computed | Yue section 5
rag_score | "Yue 2024 Gemini 1.5 Flash" | k = 100, m = 16, n = 1, i_doc = 1, i_shot = 1 | 0.7700765211 | computed | Yue section 5
rag_score | "Yue 2024 Gemini 1.5 Flash" | k = 100, m = 16, n = 5, i_doc = 1, i_shot = 1 | 0.901204798 | computed | Yue section 5
visual_tokens | { A = 0.553418 alpha = 0.077 beta = 0.015 D = 0.035691 } | N = 7B, T = 1 tokens | 0.5121008492 | computed | Li
visual_tokens | { A = 0.553418 alpha = 0.077 beta = 0.015 D = 0.035691 } | N = 7B, T = 576 tokens | 0.4687772486 | computed | Li
visual_flops |  | N = 7B, Q = 50 tokens, T = 576 tokens | 8764000000000 | computed | Li
vit_shape | { alpha = 2 a = 0.6 beta = 0.01 b = 0.7 xi = 1 c = 0.5 epsilon = 0.1 } | x = 300, t = 100 GFLOP | 0.3194747594 | computed | Alabdulmohsin
vit_optimal_shape | { alpha = 2 a = 0.6 c = 0.5 beta = 0.01 b = 0.7 } | t = 100 GFLOP | 307.4371265 | computed | Alabdulmohsin
vit_optimal_shape | { alpha = 2 a = 0.6 c = 0.5 beta = 0.01 b = 0.7 } | t = 1000 GFLOP | 745.3696359 | computed | Alabdulmohsin
bits_per_byte |  | L = 2.5, count = 1B, size = 4e9 bytes | 0.9016844006 | computed | definition
normalised_perplexity |  | L = 2.5, count = 1B, size = 4e9 bytes | 1.868245957 | computed | definition
arise_step |  | a_0 = 0, a_1 = 1, t_0 = 100 tokens, t_1 = 200 tokens | 0.5 | computed | Yin 2025, code
arise_step |  | a_0 = 1, a_1 = 0, t_0 = 200 tokens, t_1 = 400 tokens | -2 | computed | Yin 2025, code
compute_saving | { C0_old = 2^(1 / 0.05) E_old = 1.5 alpha_old = 0.05 C0_new = (2 / 1.1)^(1 / 0.05) E_new = 1.5 alpha_new = 0.05 } | L = 2 | 6.727499949 | computed | q^(1/b)
compute_saving | { C0_old = 2^(1 / 0.15) E_old = 1.5 alpha_old = 0.15 C0_new = (2 / 1.1)^(1 / 0.15) E_new = 1.5 alpha_new = 0.15 } | L = 2 | 1.887779364 | computed | q^(1/b)
pass_at_k |  | n = 10 samples, c = 3 samples, k = 5 samples | 0.9166666667 | computed | Chen 2021
pass_at_k |  | n = 100 samples, c = 10 samples, k = 10 samples | 0.6695237889 | computed | Chen 2021
pass_at_k |  | n = 4 samples, c = 2 samples, k = 3 samples | 1 | computed | Chen 2021
pass_at_k |  | n = 5 samples, c = 0 samples, k = 3 samples | 0 | computed | Chen 2021
pass_at_k |  | n = 10000 samples, c = 37 samples, k = 100 samples | 0.311015706 | computed | Chen 2021
pass_at_k |  | n = 10000 samples, c = 37 samples, k = 1000 samples | 0.9798743094 | computed | Chen 2021
pass_at_k |  | n = 1000 samples, c = 101 samples, k = 101 samples | 0.9999884022 | computed | binomial coefficients
beta_coverage | { a = 0.29550705827421875 b = 12.36477836196907 } | k = 1 samples | 0.0233412635233 | computed | SciPy betaln
beta_coverage | { a = 0.29550705827421875 b = 12.36477836196907 } | k = 100 samples | 0.482988414568 | computed | SciPy betaln
beta_coverage | { a = 0.29550705827421875 b = 12.36477836196907 } | k = 10000 samples | 0.862946191990 | computed | SciPy betaln
resolution_exponent |  | d = 20 | 0.2 | computed | Bahri
phases_size_exponent |  | alpha = 0.75, beta = 0.25 | 0.4 | computed | Paquette table 2
phases_loss_exponent |  | alpha = 0.75, beta = 0.25 | 0.4 | computed | Paquette table 2
phases_size_exponent |  | alpha = 1, beta = 0.75 | 0.4285714286 | computed | Paquette table 2
phases_loss_exponent |  | alpha = 1, beta = 0.75 | 0.7142857143 | computed | Paquette table 2
phases_size_exponent |  | alpha = 0.75, beta = 1 | 0.5 | computed | Paquette table 2
phases_loss_exponent |  | alpha = 0.75, beta = 1 | 0.6666666667 | computed | Paquette table 2
phases_size_exponent |  | alpha = 0.8, beta = 0.8 | 0.5 | computed | Paquette table 2
phases_loss_exponent |  | alpha = 0.8, beta = 0.8 | 0.6875 | computed | Paquette table 2
phases_size_exponent |  | alpha = 0.8, beta = 0.5 | 0.3846153846 | computed | Paquette table 2
phases_loss_exponent |  | alpha = 0.8, beta = 0.5 | 0.6153846154 | computed | Paquette table 2
dynamical_time_exponent |  | a = 1.5, b = 1.25 | 0.4 | computed | Bordelon
dynamical_size_exponent |  | a = 1.5, b = 1.25 | 0.5 | computed | Bordelon
dynamical_loss_exponent |  | a = 1.5, b = 1.25 | 0.2222222222 | computed | Bordelon
quantization_data_exponent |  | alpha = 0.34 | 0.2537313433 | computed | Michaud
`;
