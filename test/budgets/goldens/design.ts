/** Precision, vocabulary, sparsity, parts and shapes: see ../answers.ts for the columns. */
export const DESIGN = `
low-precision | all_bits | 1e19 | P | 7.5 | published 0.07 | Kumar: 7 to 8 bits
low-precision | all_bits | 1e19 | P | 7.0021094 | computed | Kumar table 2 and appendix K
low-precision | all_bits | 1e24 | P | 7.0021094 | computed | Kumar table 2 and appendix K
low-precision | each_its_own | | P_w | 6.530683 | computed | Kumar table 2 and appendix K
low-precision | each_its_own | | P_a | 8.211638 | computed | Kumar table 2 and appendix K
low-precision | each_its_own | | P_kv | 5.272532 | computed | Kumar table 2 and appendix K
low-precision | fixed_size | 1e18 | P | 4.5976985 | computed | Kumar table 2 and appendix K
low-precision | fixed_size | 1e20 | P | 8.046356 | computed | Kumar table 2 and appendix K
low-precision | fixed_size | 1e22 | D | 1.9591671e12 | computed | Kumar table 2 and appendix K
low-precision | quantised_later | | D | 2.945987742e11 | closed | Kumar, the critical amount of data
low-precision | predict | | ptq_critical_tokens(1B, 4) | 2.945987742e11 | closed | Kumar, the critical amount of data
quantization-aware | phases | | D_qat | 2.807872639e10 | closed | Dremov
quantization-aware | phases | | D_full | 7.192127361e10 | closed | Dremov
quantization-aware | predict | | qat_share(1B, 100B, 4) | 0.2807872639 | closed | Dremov
quantization-aware | predict | | qat_share(1B, 100B, 1) | 0.365406 | closed 2e-6 | Dremov
quantization-aware | full_precision | | N | 2216954893 | closed | Hoffmann eq. 4
quantization-aware | four_bits | | N | 2.7098e9 | computed 1e-5 | Chen 2025
quantization-aware | four_bits | | goal | 2.33631851569 | computed 1e-9 | Chen 2025
vocabulary-size | seven_billion | | V | 60e3 | published 0.01 | Tao table of predictions: 60K by approach 3
vocabulary-size | seven_billion | | V | 59547.57342 | computed | Tao, code
vocabulary-size | seven_billion | | goal | -5.2739427587 | computed 1e-9 | Tao, code
vocabulary-size | all_three | 1e20 | V | 19537.16 | computed 1e-5 | Tao section 4.3
vocabulary-size | all_three | 1e24 | N_nv | 1.157026e10 | computed 1e-5 | Tao section 4.3
vocabulary-size | predict | | vocabulary_params(7.052393e21 FLOP) / 4096 | 62e3 | published 0.008 | Tao: 62K by approach 1
vocabulary-size | predict | | vocabulary_params_of_size(7B) / 4096 | 67e3 | published 0.008 | Tao: 67K by approach 2
mixture-of-experts | dense | | N | 6.391829e8 | computed | Abnar table 3
mixture-of-experts | dense | | goal | 2.588507034 | computed 1e-9 | Abnar table 3
mixture-of-experts | sparse | | N | 3.9699875e9 | computed | Abnar table 3
mixture-of-experts | sparse | | goal | 2.3637822529 | computed 1e-9 | Abnar table 3
mixture-of-experts | free_share | | active | 0.02 | computed | Abnar table 3
mixture-of-experts | free_share | | N | 1.7068677e10 | computed | Abnar table 3
mixture-of-experts | free_share | | goal | 2.2707810017 | computed 1e-9 | Abnar table 3
mixture-of-experts | little_memory | | active | 0.069932578 | computed | Abnar table 3
mixture-of-experts | predict | | dense_M(1e20 FLOP) | 4573422247 | closed | Tian table 1
mixture-of-experts | predict | | dense_D(1e20 FLOP) | 2.18526094e10 | closed | Tian table 1
mixture-of-experts | predict | | moe_M(1e20 FLOP) | 2.96598e9 | closed 2e-6 | Tian table 1
mixture-of-experts | predict | | moe_D(1e20 FLOP) | 3.372381169e10 | closed | Tian table 1
encoder-decoder | split | 1e8 | N_e | 4e7 | closed | Ghorbani: p_e / (p_e + p_d)
encoder-decoder | split | 1e10 | N_e | 4e9 | closed | Ghorbani: p_e / (p_e + p_d)
encoder-decoder | split | | exponent of N_e | 1 | closed | Ghorbani
encoder-decoder | fast_decoding | | N_e | 8e8 | closed | Ghorbani: the same share, of the FLOPs
encoder-decoder | fast_decoding | | N_d | 3e8 | closed | Ghorbani: the same share, of the FLOPs
model-shape | width | 1e11 | x | 307.4371265 | closed | Alabdulmohsin
model-shape | width | 1e13 | x | 1807.120371 | closed | Alabdulmohsin
model-shape | width | | exponent of x | 0.3846153846 | closed | Alabdulmohsin: c / (a + b)
model-shape | depth | 1e11 | x | 39.71641174 | closed | Alabdulmohsin
model-shape | depth | | exponent of x | 0.45 | published | Alabdulmohsin
model-shape | mlp | 1e11 | x | 2641.488654 | closed | Alabdulmohsin
model-shape | mlp | | exponent of x | 0.6 | published | Alabdulmohsin
model-shape | cheapest | | t | 1.487347363e11 | computed | Alabdulmohsin
model-shape | cheapest | | x | 358.1531514 | computed | Alabdulmohsin
`;
