/** Best sizes, hyper-parameters and costs: see ../goldens.ts for the columns. */
export const PLANNING = `
chinchilla_optimal_size | "Hoffmann 2022" | C = 5.76e23 FLOP | 4.036093839e10 | computed | Hoffmann eq. 4
chinchilla_optimal_size | "Hoffmann 2022" | C = 1e21 FLOP | 2216954893 | computed | Hoffmann eq. 4
chinchilla_optimal_tokens | "Hoffmann 2022" | C = 5.76e23 FLOP | 2.378537364e12 | computed | Hoffmann eq. 4
chinchilla_optimal_size | "Besiroglu 2024" | C = 5.76e23 FLOP | 7.22487025e10 | computed | Hoffmann eq. 4
chinchilla_optimal_size | "Besiroglu 2024" | C = 1e21 FLOP | 2778459463 | computed | Hoffmann eq. 4
chinchilla_optimal_tokens | "Besiroglu 2024" | C = 5.76e23 FLOP | 1.328743585e12 | computed | Hoffmann eq. 4
chinchilla_optimal_size | "Muennighoff 2023" | C = 5.76e23 FLOP | 6.996217331e10 | computed | Hoffmann eq. 4
chinchilla_optimal_tokens | "Muennighoff 2023" | C = 5.76e23 FLOP | 1.372170066e12 | computed | Hoffmann eq. 4
kaplan_batch | "Kaplan 2020" | C = 1e3 PFLOP-days | 10496149.2 | computed | Kaplan table 6
kaplan_optimal_steps | "Kaplan 2020" | C = 1e3 PFLOP-days | 6643.451362 | computed | Kaplan table 6
critical_batch | "Kaplan 2020" | L = 3 | 1069114.01 | computed | Kaplan eq. 1.4
critical_batch | "Kaplan 2020" | L = 2 | 7371465.306 | computed | Kaplan eq. 1.4
critical_batch | "Kaplan 2020 appendix" | L = 3 | 1122569.711 | computed | Kaplan appendix A
minimum_steps |  | S = 1e5, B = 524288 tokens, B_crit = 1122570.2 tokens | 31835.64924 | computed | Kaplan eq. 5.4
minimum_compute |  | C = 1e20 FLOP, B = 524288 tokens, B_crit = 1122570.2 tokens | 6.816435076e19 | computed | Kaplan eq. 5.5
optimal_size | "Kaplan 2020" | C = 1e3 PFLOP-days | 2.013461605e11 | computed | Kaplan table 6
optimal_size | "Henighan 2020 language" | C = 1 PFLOP-days | 1292661529 | computed | Henighan table 1
optimal_size | "Henighan 2020 image 8x8" | C = 1 PFLOP-days | 313663109.5 | computed | Henighan table 1
optimal_size | "Henighan 2020 image 16x16" | C = 1 PFLOP-days | 308367835.2 | computed | Henighan table 1
optimal_size | "Henighan 2020 image 32x32" | C = 1 PFLOP-days | 207645255 | computed | Henighan table 1
optimal_size | "Henighan 2020 image VQ 16x16" | C = 1 PFLOP-days | 283706521.4 | computed | Henighan table 1
optimal_size | "Henighan 2020 image VQ 32x32" | C = 1 PFLOP-days | 262307375.7 | computed | Henighan table 1
optimal_size | "Henighan 2020 text to image" | C = 1 PFLOP-days | 262307375.7 | computed | Henighan table 1
optimal_size | "Henighan 2020 image to text" | C = 1 PFLOP-days | 184786382.4 | computed | Henighan table 1
optimal_size | "Henighan 2020 video" | C = 1 PFLOP-days | 303608764.9 | computed | Henighan table 1
optimal_size | "Henighan 2020 math" | C = 1 PFLOP-days | 107252591.1 | computed | Henighan table 1
optimal_size | "Liang 2024 diffusion transformer" | C = 1.5e21 FLOP | 964672623.2 | computed | Liang
optimal_size | "Yin 2024 video diffusion transformer" | C = 1e20 FLOP | 309242808.6 | computed | Yin
optimal_size | "Tao 2024 without vocabulary" | C = 7.052393e21 FLOP | 6999999791 | computed | Tao approach 1
optimal_size | "Kaplan 2020" | C = 5.76e23 FLOP | 8.042604883e11 | computed | Kaplan table 6
optimal_size | "Yin 2024 video diffusion transformer" | C = 1.82e24 FLOP | 18050000000.0 | published 0.002 | Yin, MovieGen budget
optimal_tokens | "Kaplan 2020" | C = 1e3 PFLOP-days | 1.291308458e11 | computed | Kaplan table 6
optimal_tokens | "Liang 2024 diffusion transformer" | C = 1.5e21 FLOP | 2.6148998e11 | computed | Liang
optimal_tokens | "DeepSeek LLM 2024" | C = 1e20 FLOP | 1.904529602e10 | computed | DeepSeek eq. 4
optimal_tokens | "Tian 2025 dense" | C = 1e20 FLOP | 2.18526094e10 | computed | Tian table 1
optimal_tokens | "Tian 2025 mixture of experts" | C = 1e20 FLOP | 3.372381169e10 | computed | Tian table 1
optimal_flops_per_token | "DeepSeek LLM 2024" | C = 1e20 FLOP | 5251267289 | computed | DeepSeek eq. 4
optimal_flops_per_token | "Tian 2025 dense" | C = 1e20 FLOP | 4573422247 | computed | Tian table 1
optimal_flops_per_token | "Tian 2025 mixture of experts" | C = 1e20 FLOP | 2965983825 | computed | Tian table 1
flops |  | N = 70B, D = 1.4T | 5.88e23 | computed | Kaplan section 2.1
inference_flops |  | N = 70B, D = 1 tokens | 140000000000 | computed | Kaplan section 2.1
transformer_params |  | d = 1600, L = 48 | 1474560000 | computed | Kaplan table 1
total_params | "Pearce 2024" | N_E = 1M | 5749100 | computed | Pearce
total_params | "Pearce 2024" | N_E = 100M | 122043369.5 | computed | Pearce
swiglu_flops |  | s = 512, V = 50257, d = 384, k = 64, h = 6, d_ff = 1024, L = 8 | 171834605568 | published 1e-12 | Hägele, code
swiglu_flops |  | s = 512, V = 50257, d = 768, k = 64, h = 12, d_ff = 2048, L = 24 | 817642340352 | published 1e-12 | Hägele, code
chinchilla_body_flops |  | s = 2048, d = 640, k = 64, h = 10, d_ff = 2560, L = 10 | 929877196800 | computed | Hoffmann table A4: 1.03 of 6ND
chinchilla_flops |  | s = 2048, V = 32000, d = 640, k = 64, h = 10, d_ff = 2560, L = 10 | 1433193676800 | computed | Hoffmann appendix F
deepseek_flops_per_token |  | L = 30, d = 4096, s = 4096 | 42278584320 | computed | DeepSeek eq. 2
porian_flops_per_token |  | d = 640, L = 10, V = 50432 | 498401280 | computed | Porian, code
porian_attention_flops_per_token |  | d = 640, L = 10, V = 50432, s = 2048 | 577044480 | computed | Porian, code
plaid_autoregressive_flops_per_token |  | L = 24, d = 1024, s = 1024 | 1837105152 | computed | Gulrajani, code
plaid_diffusion_flops_per_token |  | L = 24, d = 1024, s = 1024 | 2015908332 | computed | Gulrajani, code
kinetics_compute |  | P = 8.19e9, h_q = 32, d = 128 * 36, L = 1e4, context = 512, n = 1 | 196.3110989 | computed | Sadhukhan, code
kinetics_memory |  | h_kv = 8, d = 128 * 36, L = 1e4, context = 512, n = 1, I = 562.5 | 4571.87328 | computed | Sadhukhan, code
kinetics_cost |  | P = 8.19e9, h_q = 32, h_kv = 8, d = 128 * 36, L = 1e4, context = 512, n = 1, I = 562.5 | 4768.184379 | computed | Sadhukhan, code
kinetics_cost |  | P = 8.19e9, h_q = 32, h_kv = 8, d = 128 * 36, L = 1e4, context = 512, n = 8, I = 562.5 | 35172.76207 | computed | Sadhukhan, code
kinetics_cost |  | P = 0.752e9, h_q = 16, h_kv = 8, d = 128 * 28, L = 1e4, context = 512, n = 1, I = 562.5 | 3583.584645 | computed | Sadhukhan, code
attention_inference_flops |  | N = 1.2e9, T = 128000, L = 36, d_h = 64, n_h = 32 | 40148736000 | computed | Chen
inference_memory |  | N = 1.2e9, T = 128000, L = 36, d_h = 64, n_kv = 8 | 5918592000 | computed | Chen
attention_hardware_cost | "Chen 2025" | C = 40148736000, M = 5918592000 | 69581.56587 | computed | Chen
attention_inference_flops |  | N = 1.8e9, T = 128000, L = 36, d_h = 64, n_h = 8 | 13037184000 | computed | Chen
inference_memory |  | N = 1.8e9, T = 128000, L = 36, d_h = 64, n_kv = 1 | 2389824000 | computed | Chen
attention_hardware_cost | "Chen 2025" | C = 13037184000, M = 2389824000 | 44232.60099 | computed | Chen
gpu_time |  | C = 1e24 FLOP, peak = 989 TFLOP/s/GPU, MFU = 0.4 | 2527805865 | computed | arithmetic
training_cost |  | C = 1e24 FLOP, peak = 989 TFLOP/s/GPU, MFU = 0.4, price = 2 USD/GPU-hour | 1404336.591 | computed | arithmetic
lifetime_flops |  | N = 7B, D = 1T, D_inf = 2T | 7e22 | computed | Sardana
lifetime_cost |  | N = 7B, D = 1T, D_in = 2T, D_out = 1T, price = 2e-18 USD/FLOP, price_in = 2e-18 USD/FLOP, price_out = 1e-16 USD/FLOP | 1540000 | computed | Sardana
tokens_in_time |  | rate = 16618 tokens/s, time = 6 hours | 358948800 | computed | Stanić, 16,618 tokens/s
peak_throughput |  | peak = 312 TFLOP/s/GPU, N = 70B | 2228.571429 | computed | Zhu
query_time | { t_0 = 0.1 t_in = 2e-5 t_out = 0.015 } | prompt = 2000, output = 300 | 4.64 | computed | Narayanan
asynchronous_step_time |  | generation = 40, training = 25 | 40 | computed | Noukhovitch
error_slope | { A = 10 alpha = 0.3 E = 0.1 } | y = 0.5 | -2.626523054e-6 | computed | Anagnostidis
error_slope | { A = 4 alpha = 0.25 E = 0.1 } | y = 0.5 | -1e-5 | computed | Anagnostidis
step_learning_rate | "Li 2025" | N = 1B, D = 100B | 0.001662354236 | computed | Li, code
step_learning_rate | "Li 2025 rounded" | N = 1B, D = 100B | 0.001632499402 | computed | Li eq. 1
step_learning_rate | "Li 2025 rounded" | N = 7B, D = 1.4T | 0.0009165569089 | computed | Li eq. 1
step_batch | "Li 2025" | D = 100B | 1107456.946 | computed | Li, code
step_batch | "Li 2025 rounded" | D = 100B | 1107714.89 | computed | Li eq. 1
step_batch | "Li 2025 rounded" | D = 1.4T | 4998815.433 | computed | Li eq. 1
compute_learning_rate | "DeepSeek LLM 2024" | C = 1e20 FLOP | 0.0009859981744 | computed | DeepSeek eq. 1
compute_learning_rate | "Tian 2025 mixture of experts" | C = 1e20 FLOP | 0.001012881218 | computed | Tian
compute_batch | "DeepSeek LLM 2024" | C = 1e20 FLOP | 1017144.96 | computed | DeepSeek eq. 1
compute_batch | "Tian 2025 mixture of experts" | C = 1e20 FLOP | 1346974.799 | computed | Tian
porian_batch | "Porian 2024" | N = 1B | 705.5115787 | computed | Porian, code
porian_learning_rate | "Porian 2024" | N = 1B | 0.002238235483 | computed | Porian, code
sgd_learning_rate |  | eta = 0.1, B_0 = 256, B = 1024 | 0.4 | computed | Granziol
adam_learning_rate |  | eta = 0.001, B_0 = 256, B = 1024 | 0.002 | computed | Granziol
completep_residual | "Dey 2025" | m_L = 2 | 0.5 | computed | Dey table 1
completep_hidden_learning_rate | "Dey 2025" | eta = 0.01, m_N = 4, m_L = 2 | 0.0025 | computed | Dey table 1
completep_vector_learning_rate | "Dey 2025" | eta = 0.01, m_L = 2 | 0.01 | computed | Dey table 1
completep_hidden_learning_rate | { alpha = 0.5 } | eta = 0.01, m_N = 4, m_L = 2 | 0.001767766953 | computed | Dey table 1
completep_weight_decay |  | lambda = 0.1, m_N = 4 | 0.4 | computed | Dey table 1
completep_adam_epsilon | "Dey 2025" | epsilon = 1e-8, m_N = 4, m_L = 2 | 1.25e-9 | computed | Dey table 1
completep_variance |  | variance = 0.02, m_N = 4 | 0.005 | computed | Dey table 1
layerwise_learning_rate |  | eta = 0.01, m = 4 | 0.0025 | computed | Robust layerwise rules
layerwise_weight_decay |  | lambda = 0.1, m = 4 | 0.2 | computed | Robust layerwise rules
`;
