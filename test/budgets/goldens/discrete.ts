/** What is chosen from lists: see ../answers.ts for the columns. Computed by trying all combinations in Python. */
export const DISCRETE = `
low-precision | formats | | P | 8 | computed | Kumar table 2
low-precision | formats | | N | 4728709353.180077 | computed | Kumar table 2
low-precision | formats | | goal | 2.9132732298093824 | computed 1e-9 | Kumar table 2
retrieval-context | prompt | | goal | 0.731900514621382 | computed 1e-9 | Yue section 5
retrieval-context | prompt | | k | 100 | computed | Yue section 5
retrieval-context | prompt | | m | 8 | computed | Yue section 5
retrieval-context | prompt | | n | 1 | computed | Yue section 5
retrieval-context | by_context | 16e3 | goal | 0.030669948916928647 | computed 1e-9 | Yue section 5
retrieval-context | by_context | 5e6 | goal | 1.0620023005887855 | computed 1e-9 | Yue section 5
retrieval-context | by_context | 5e6 | n | 3 | computed | Yue section 5
visual-tokens | cached_text | | T | 1 | published | Li 2024: one visual token
visual-tokens | cached_text | | goal | 0.44517090154299666 | computed 1e-9 | Li 2024
visual-tokens | tokens | | T | 16 | computed | Li 2024
visual-tokens | tokens | | N | 7575757575.757576 | closed | C / 2 (Q + T)
visual-tokens | released | | N | 7e9 | computed | Li 2024
visual-tokens | released | | goal | 0.492693874456991 | computed 1e-9 | Li 2024
grouped-query-attention | designs_at_128K | | design | 8 / 1 | published | Chen 2025: replaces 32 / 8
grouped-query-attention | designs_at_128K | | goal | 44232.600990077706 | computed 1e-9 | Chen 2025
grouped-query-attention | heads | 1000 | n_kv | 4 | computed | Chen 2025
grouped-query-attention | heads | 1000 | N | 624298452.7432144 | computed | Chen 2025
grouped-query-attention | heads | 1000000 | n_h | 16 | computed | Chen 2025
grouped-query-attention | heads | 1000000 | goal | 65947.77044293427 | computed 1e-9 | Chen 2025
samples-and-models | verified | | m | medium | computed | 1 - (1 - p)^k
samples-and-models | verified | | k | 18 | computed | 1 - (1 - p)^k
samples-and-models | solve_or_verify | | S | 8 | computed | Singhi 2025
samples-and-models | solve_or_verify | | goal | 0.9923052677581315 | computed 1e-9 | Singhi 2025
samples-and-models | predict | | verified_cost(8, 16, 1) | 136 | closed | Singhi 2025
samples-and-models | predict | | verified_cost(8, 4, 2) | 72 | closed | Singhi 2025
samples-and-models | predict | | per_question(7B) | 5.56758e13 | closed 1e-5 | Wu 2024
when-to-stop | predict | | best_of_majority_threshold(50) | 0.015 | closed | Di 2025
when-to-stop | predict | | best_of_majority_samples(10, 4, 0.01) | 1327.05 | closed 1e-5 | Di 2025
`;
