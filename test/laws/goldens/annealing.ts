/** Loss along learning-rate schedules: see ../goldens.ts for the columns. */
export const ANNEALING = `
lr_annealing | { L0 = 2 A = 0.5 alpha = 0.5 C = 0.8 } | lr = linear_decay, step = 1200 | 3.051181793 | computed | Tissue eq. 2
lr_annealing | { L0 = 2 A = 0.5 alpha = 0.5 C = 0.8 } | lr = cosine_decay, step = 1200 | 3.374187895 | computed | Tissue eq. 2
lr_annealing | { L0 = 2.6 A = 0.5 alpha = 0.5 C = 0.8 } | lr = wsd, step = 24000 | 2.61226154 | computed 1e-7 | Tissue eq. 2
multi_power | "Luo 2025 25M" | lr = constant_rate, step = 24000 | 3.232979126 | computed | Luo eq. 1
multi_power | "Luo 2025 25M" | lr = two_stages, step = 24000 | 3.155821794 | computed | Luo eq. 1
multi_power | "Luo 2025 25M" | lr = wsd, step = 24000 | 3.266255913 | computed 1e-6 | Luo eq. 1
multi_power | "Luo 2025 100M" | lr = two_stages, step = 24000 | 2.80232581 | computed | Luo eq. 1
multi_power | "Luo 2025 100M" | lr = wsd, step = 24000 | 2.935191559 | computed 1e-6 | Luo eq. 1
multi_power | "Luo 2025 400M" | lr = two_stages, step = 24000 | 2.540735098 | computed | Luo eq. 1
multi_power | "Luo 2025 400M" | lr = wsd, step = 24000 | 2.699806058 | computed 1e-6 | Luo eq. 1
cooldown_study_flops |  | F_long = 1e21 FLOP, F_others = 2e21 FLOP | 1.4e21 | computed | Hägele section 5
`;

/** Those that the arguments of goldens name. */
export const SCHEDULES = `
schedule linear_decay { constant at 2e-4 over 1000 linear to 0 over 200 }
schedule cosine_decay { constant at 2e-4 over 1 cosine to 0 over 1199 }
schedule constant_rate { constant at 3e-4 over 24000 }
schedule two_stages { constant at 3e-4 over 20000 constant at 3e-5 until 24000 }
schedule wsd { warmup to 3e-4 over 2160 constant until 20000 exponential to 3e-5 until 24000 }
`;
