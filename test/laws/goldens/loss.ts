/** Loss of size, data and compute: see ../goldens.ts for the columns. */
export const LOSS = `
chinchilla | "Hoffmann 2022" | N = 70B, D = 1.4T | 1.920846027 | computed | Hoffmann eq. 2
chinchilla | "Hoffmann 2022" | N = 1B, D = 20B | 2.530668201 | computed | Hoffmann eq. 2
chinchilla | "Hoffmann 2022 rounded" | N = 70B, D = 1.4T | 1.936645471 | computed | Hoffmann eq. 2
chinchilla | "Hoffmann 2022 rounded" | N = 1B, D = 20B | 2.580047872 | computed | Hoffmann eq. 2
chinchilla | "Besiroglu 2024" | N = 70B, D = 1.4T | 1.973881863 | computed | Hoffmann eq. 2
chinchilla | "Besiroglu 2024" | N = 1B, D = 20B | 2.530050324 | computed | Hoffmann eq. 2
chinchilla | "Muennighoff 2023" | N = 70B, D = 1.4T | 2.024597069 | computed | Hoffmann eq. 2
chinchilla | "Sardana 2024 planning" | N = 1B, D = 100B | 2.391160837 | computed | Sardana table 1
chinchilla | "Sardana 2024 to 100 tokens/param" | N = 1B, D = 100B | 2.506618161 | computed | Sardana table 1
chinchilla | "Sardana 2024 to 250 tokens/param" | N = 1B, D = 100B | 2.629192522 | computed | Sardana table 1
chinchilla | "Sardana 2024 to 500 tokens/param" | N = 1B, D = 100B | 2.726206336 | computed | Sardana table 1
chinchilla | "Sardana 2024 all" | N = 1B, D = 100B | 2.575648678 | computed | Sardana table 1
chinchilla_nested | { E = 0 A = 6.4e13^0.076 B = 1.8e13^0.103 alpha = 0.076 beta = 0.103 q = 0.103 } | N = 1B, D = 22B | 2.369316343 | computed | Kaplan eq. 1.5
chinchilla_nested | { E = 1.69 A = 406.4 B = 410.7 alpha = 0.34 beta = 0.28 q = 1 } | N = 1B, D = 20B | 2.580047872 | computed | Hoffmann eq. 2
minicpm | { E = 1 A = 100 B = 200 alpha = 0.29 beta = 0.23 } | N = 1B, D = 192B | 1.753479081 | computed | MiniCPM 4.5
minicpm_batch | "Hu 2024" | L = 2.5 | 3983612.138 | computed | MiniCPM 3.2
minicpm_batch |  | L = 3 | 1277148.797 | computed | MiniCPM 3.2
kaplan | "Kaplan 2020" | N = 1B, D = 22B | 2.369316343 | computed | Kaplan eq. 1.5
kaplan | "Kaplan 2020" | N = 100M, D = 1B | 2.956733739 | computed | Kaplan eq. 1.5
kaplan_steps | "Kaplan 2020" | N = 1B, S = 1e5 | 2.400513661 | computed | Kaplan eq. 1.6
overfitting_tokens | "Kaplan 2020" | N = 1.5B | 3.085158892e10 | computed | Kaplan eq. 4.4
kaplan_learning_rate | "Kaplan 2020" | N = 1B | 0.0003481044157 | computed | Kaplan eq. D.1
kaplan_trajectory | "Kaplan 2020" | N = 1B, S = 1e5, B = 524288 tokens | 2.546051048 | computed | Kaplan eq. 1.4, 1.6, 5.4
kaplan_trajectory | "Kaplan 2020" | N = 1B, S = 1e4, B = 524288 tokens | 3.048443182 | computed | Kaplan eq. 1.4, 1.6, 5.4
size_power | "Kaplan 2020" | N = 1B | 2.375640295 | computed | Kaplan eq. 1.1
size_power | "Henighan 2020 language" | N = 1B | 2.299917265 | computed | Henighan table 1
size_power | "Henighan 2020 image 8x8" | N = 100M | 3.154414511 | computed | Henighan table 1
size_power | "Henighan 2020 image 16x16" | N = 100M | 2.700030888 | computed | Henighan table 1
size_power | "Henighan 2020 image 32x32" | N = 100M | 2.356283911 | computed | Henighan table 1
size_power | "Henighan 2020 image VQ 16x16" | N = 100M | 4.333619095 | computed | Henighan table 1
size_power | "Henighan 2020 image VQ 32x32" | N = 100M | 3.371318297 | computed | Henighan table 1
size_power | "Henighan 2020 text to image, image" | N = 100M | 2.205689076 | computed | Henighan table 1
size_power | "Henighan 2020 text to image, text" | N = 100M | 1.06581777 | computed | Henighan table 1
size_power | "Henighan 2020 image to text, image" | N = 100M | 2.22964363 | computed | Henighan table 1
size_power | "Henighan 2020 image to text, text" | N = 100M | 1.07884443 | computed | Henighan table 1
size_power | "Henighan 2020 video" | N = 100M | 1.160095756 | computed | Henighan table 1
size_power | "Henighan 2020 math" | N = 100M | 0.5126070265 | computed | Henighan table 1
compute_power | "Cerebras-GPT 2023" | C = 2.3e22 FLOP | 1.58 | published 0.0005 | Dey section 3
compute_power | "Cerebras-GPT 2023" | C = 1e21 FLOP | 1.858561361 | computed | Dey section 3
compute_power | "Kaplan 2020" | C = 1 PFLOP-days | 2.658080226 | computed | Kaplan eq. 1.3
compute_power | "Kaplan 2020" | C = 10 PFLOP-days | 2.369016495 | computed | Kaplan eq. 1.3
compute_power | "Kaplan 2020 fixed batch" | C = 1 PFLOP-days | 2.57415586 | computed | Kaplan section 3.3
compute_power | "Henighan 2020 language" | C = 1 PFLOP-days | 2.570015927 | computed | Henighan table 1
compute_power | "Henighan 2020 image 8x8" | C = 1 PFLOP-days | 3.163767723 | computed | Henighan table 1
compute_power | "Henighan 2020 image 16x16" | C = 1 PFLOP-days | 2.696579512 | computed | Henighan table 1
compute_power | "Henighan 2020 image 32x32" | C = 1 PFLOP-days | 2.353096908 | computed | Henighan table 1
compute_power | "Henighan 2020 image VQ 16x16" | C = 1 PFLOP-days | 4.297198345 | computed | Henighan table 1
compute_power | "Henighan 2020 image VQ 32x32" | C = 1 PFLOP-days | 3.383696201 | computed | Henighan table 1
compute_power | "Henighan 2020 text to image, image" | C = 1 PFLOP-days | 2.06378693 | computed | Henighan table 1
compute_power | "Henighan 2020 image to text, image" | C = 1 PFLOP-days | 2.086996966 | computed | Henighan table 1
compute_power | "Henighan 2020 video" | C = 1 PFLOP-days | 1.172812307 | computed | Henighan table 1
compute_power | "Henighan 2020 math" | C = 1 PFLOP-days | 0.2895690606 | computed | Henighan table 1
shifted_compute_power | { A = 10 B = 50 alpha = 0.3 E = 0.1 } | C = 1e9 GFLOP | 0.1199526229 | computed | Nezhurina
data_power | "Kaplan 2020" | D = 22B | 2.099168267 | computed | Kaplan eq. 1.2
hestness | "Hestness 2017 words" | m = 1e9 | 3.030728001 | computed | Hestness
hestness_size | { alpha = 2 beta_p = 0.69 } | m = 1e8 | 662262.243 | computed | Hestness
power_law | { k = 0.8 a = -0.4 } | x = 32 | 0.2 | computed | power law
power_law_floor | { y_inf = 0.2 a = 3 b = 0.5 } | x = 400 | 0.35 | computed | Henighan eq. 1.1
stretched_exponential | { a = 0.9 b = 0.02 gamma = 0.5 c = 0.05 } | x = 1e4 | 0.1718017549 | computed | Sorscher
dit_loss | "Liang 2024" | C = 1.5e21 FLOP | 0.632515648 | computed | Liang
dit_fid | "Liang 2024" | C = 1.5e21 FLOP | 25.0178065 | computed | Liang
overtraining | "Gadre 2024 C4" | N = 1B, D = 20B | 2.740376866 | computed | Gadre eq. 4
overtraining | "Gadre 2024 RedPajama" | N = 1B, D = 20B | 2.862861411 | computed | Gadre eq. 4
overtraining | "Gadre 2024 RefinedWeb" | N = 1B, D = 20B | 2.846354691 | computed | Gadre eq. 4
overtraining | { E = 0 a = 406.4 * 6^0.17 b = 410.7 * 6^0.17 eta = 0.17 } | N = 1B, D = 20B | 0.4831334234 | computed | Gadre eq. 4
farseer | { a_3 = -0.021 gamma = 0.169 b_3 = 0.091 a_2 = 88.01 beta = -0.1 b_2 = -6.287 a_1 = -0.124 alpha = 0.123 b_1 = 0.424 } | N = 1B, D = 100B | 0.5893449287 | computed | form alone
data_constrained | "Muennighoff 2023" | N = 6.34B, D = 242B, U = 25B | 2.2256440889984477 | published 1e-9 | Muennighoff README
data_constrained | "Muennighoff 2023" | N = 8.67B, D = 178B, U = 25B | 2.2269634075087867 | published 1e-9 | Muennighoff README
effective_tokens | "Muennighoff 2023" | D = 4B, U = 1B | 3725673123 | computed | Muennighoff eq. 5
effective_tokens | "Muennighoff 2023" | D = 16B, U = 1B | 1.058245698e10 | computed | Muennighoff eq. 5
effective_tokens | "Muennighoff 2023" | D = 44B, U = 1B | 1.544679861e10 | computed | Muennighoff eq. 5
diffusion_epochs | "Ni 2025" | N = 10B, U = 1T | 1100 | computed | Ni abstract
diffusion_epochs | "Ni 2025" | N = 1B, U = 100B | 1589.983748 | computed | Ni abstract
parscale | "Chen 2025 Stack" | N = 1571472384, P = 1 | 1.08404817 | computed | Chen eq. 5
parscale | "Chen 2025 Stack" | N = 1595669000, P = 8 | 1.040989047 | computed | Chen eq. 5
parscale_equivalent_size | "Chen 2025 Stack" | N = 1B, P = 8 | 1818177069 | computed | Chen eq. 5
parscale | "Chen 2025 Pile" | N = 1571472384, P = 1 | 1.954185635 | computed | Chen eq. 5
parscale | "Chen 2025 Pile" | N = 1595669000, P = 8 | 1.886868359 | computed | Chen eq. 5
parscale_equivalent_size | "Chen 2025 Pile" | N = 1B, P = 8 | 1695490018 | computed | Chen eq. 5
moe_sparsity | "Abnar 2025" | N = 1B, D = 20B, S = 0 | 2.565681308 | computed | Abnar table 3
moe_sparsity | "Abnar 2025" | N = 1B, D = 20B, S = 0.9 | 2.701872333 | computed | Abnar table 3
moe_sparsity | "Abnar 2025" | N = 18.8B, D = 110.2B, S = 0.98 | 2.169335266 | computed | Abnar table 3
moe_leverage | "Tian 2025" | A = 0.031, G = 12, C = 1e22 FLOP | 7.244897973 | computed | Tian; the paper says above 7
moe_leverage |  | A = 0.034, G = 12, C = 1e22 FLOP | 6.961441632 | computed | Tian
moe_leverage |  | A = 1, G = 12, C = 1e22 FLOP | 0.9895612475 | computed | Tian
moe_routed | "Clark 2022 S-BASE" | N = 370M, E = 1 | 2.472733502 | computed | Clark
moe_routed | "Clark 2022 S-BASE" | N = 370M, E = 64 | 2.228219714 | computed | Clark
nmt | { alpha = 600 p_e = 0.18 p_d = 0.31 L_inf = 1.2 } | N_e = 100M, N_d = 50M | 1.289427389 | computed | Ghorbani
nmt_encoder_size | { p_e = 0.18 p_d = 0.31 } | B = 1B | 367346938.8 | computed | Ghorbani
qat_error | "Chen 2025 W4A4" | N = 594M, D = 100B, G = 128 | 0.05730051531 | computed | Chen
qat_error | "Chen 2025 W4A16" | N = 594M, D = 100B, G = 128 | 0.02100904274 | computed | Chen
qat_error | "Chen 2025 W16A4" | N = 594M, D = 100B, G = 128 | 0.03996909283 | computed | Chen
qat_error | "Chen 2025 W4A4, FC2 8 bits" | N = 594M, D = 100B, G = 128 | 0.03811506665 | computed | Chen
qat_error | "Chen 2025 W16A4, FC2 8 bits" | N = 594M, D = 100B, G = 128 | 0.02161992857 | computed | Chen
qat_loss | { E = 1.9 A = 200 alpha = 0.3022 B = 500 k = 0.1582 gamma_D = 0.0745 gamma_G = 0.7779 gamma_N = 0.2186 } | N = 594M, D = 100B, G = 128 | 2.64057621 | computed | Chen
qat_effective_share | { A = 200 k = 0.1582 gamma_D = 0.0745 gamma_G = 0.7779 alpha = 0.3022 gamma_N = 0.2186 } | N = 594M, D = 100B, G = 128 | 0.6704949368 | computed | Chen
qat_share | "Dremov 2025" | N = 1B, D = 100B, P = 4 | 0.2807872639 | computed | Dremov
qat_share |  | N = 1B, D = 100B, P = 1 | 0.3654064129 | computed | Dremov
vocabulary_loss | "Tao 2024" | N_nv = 7B, V = 64K, d = 4096, D = 140B | -5.259268279 | computed | Tao
tokens_per_character | "Tao 2024" | V = 32000 | 0.2524038145 | computed | Tao
tokens_per_character | "Tao 2024" | V = 50257 | 0.2421992065 | computed | Tao
tokens_per_character | "Tao 2024" | V = 128000 | 0.229349856 | computed | Tao
vocabulary_params | "Tao 2024" | C = 7.052393e21 FLOP | 255102852.3 | computed | Tao approach 1
vocabulary_params_of_size | "Tao 2024" | N_nv = 7B | 276276206.6 | computed | Tao approach 2
precision | "Kumar 2024" | N = 1B, D = 26B, P_w = 1000, P_a = 1000, P_kv = 1000 | 3.032783246 | computed | Kumar table 2
precision | "Kumar 2024" | N = 1B, D = 26B, P_w = 8, P_a = 8, P_kv = 8 | 3.047166643 | computed | Kumar table 2
ptq_error | "Kumar 2024" | N = 1B, D = 20B, P = 3 | 0.04971678585 | computed | Kumar eq. 2
ptq_error | "Kumar 2024" | N = 1B, D = 20B, P = 4 | 0.00914709094 | computed | Kumar eq. 2
ptq_error | "Kumar 2024" | N = 1B, D = 20B, P = 8 | 1.04810021e-5 | computed | Kumar eq. 2
ptq_critical_tokens | "Kumar 2024" | N = 1B, P = 4 | 2.945987742e11 | computed | Kumar
precision_flops |  | N = 1B, D = 20B, P = 8 | 6e19 | computed | Kumar
broken_power | "Caballero 2022 four-digit addition" | x = 160 | 2.135823972 | computed | Caballero, code
broken_power | "Caballero 2022 four-digit addition" | x = 700 | 1.135172825 | computed | Caballero, code
broken_power | "Caballero 2022 four-digit addition" | x = 928 | 0.5625980661 | computed | Caballero, code
broken_power_3 | "Caballero 2022 figure 1" | x = 1e3 | 3297.801766 | computed | Caballero figure 1
broken_power_3 | "Caballero 2022 figure 1" | x = 1e12 | 2.408753918 | computed | Caballero figure 1
broken_power_3 | "Caballero 2022 figure 1" | x = 1e21 | 0.5154515319 | computed | Caballero figure 1
broken_power_2 | { a = 0.1 b = 3 c_0 = 0.1 c_1 = 0.3 d_1 = 1e3 f_1 = 0.5 c_2 = -0.2 d_2 = 1e6 f_2 = 0.4 } | x = 1e5 | 0.338355093 | computed | Caballero eq. 1
data_filtering | { a = 0.02 b = -0.18 tau = 2 } | n = 12.8M samples, pool = 12.8M samples | 0.9443389153 | computed | Goyal eq. 3
data_filtering | { a = 0.02 b = -0.18 tau = 2 } | n = 32M samples, pool = 12.8M samples | 0.8576699131 | computed | Goyal eq. 3
data_filtering | { a = 0.02 b = -0.18 tau = 2 } | n = 128M samples, pool = 12.8M samples | 0.8147493701 | computed | Goyal eq. 3
knowledge_capacity | "Allen-Zhu 2024, 1000 exposures" | N = 7B | 14000000000.0 | published 1e-12 | Allen-Zhu abstract
knowledge_capacity | "Allen-Zhu 2024, 100 exposures" | N = 7B | 7000000000 | computed | Allen-Zhu
superposition | "Liu 2025 above B" | m = 1024 | 0.868778444 | computed | Liu
`;
