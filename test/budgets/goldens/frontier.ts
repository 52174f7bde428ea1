/** Size and data for a compute budget: see ../answers.ts for the columns. */
export const FRONTIER = `
chinchilla-frontier | gopher_printed | | N | 3.218985915e10 | closed | Hoffmann eq. 4
chinchilla-frontier | gopher_printed | | D / N | 92.647366757 | closed | Hoffmann eq. 4
chinchilla-frontier | gopher_printed | | goal | 1.930748102 | closed 1e-9 | Hoffmann eq. 10
chinchilla-frontier | gopher_hoffmann | | N | 4.036093839e10 | closed | Hoffmann eq. 4
chinchilla-frontier | gopher_hoffmann | | D / N | 58.931666582 | closed | Hoffmann eq. 4
chinchilla-frontier | gopher_hoffmann | | goal | 1.918412046 | closed 1e-9 | Hoffmann eq. 10
chinchilla-frontier | gopher_besiroglu | | N | 7.22487025e10 | closed | Hoffmann eq. 4
chinchilla-frontier | gopher_besiroglu | | D / N | 18.391244955 | closed | Hoffmann eq. 4
chinchilla-frontier | gopher_besiroglu | | goal | 1.974441108 | closed 1e-9 | Hoffmann eq. 10
chinchilla-frontier | gopher_muennighoff | | N | 6.996217331e10 | closed | Hoffmann eq. 4
chinchilla-frontier | gopher_muennighoff | | D / N | 19.613028032 | closed | Hoffmann eq. 4
chinchilla-frontier | gopher_muennighoff | | goal | 2.025162368 | closed 1e-9 | Hoffmann eq. 10
other-choices | gopher | | N | 4.036093839e10 | closed | Hoffmann eq. 4
other-choices | rule_of_thumb | | exponent of N | 0.4565259143 | closed | beta / (alpha + beta)
chinchilla-frontier | predict | | kaplan_size(5.76e23 FLOP) | 8.042604883e11 | closed | Kaplan table 6
chinchilla-frontier | frontier | 1e18 | N | 80531862.26 | closed | Hoffmann eq. 4
chinchilla-frontier | frontier | 1e18 | D | 2069574228 | closed | Hoffmann eq. 4
chinchilla-frontier | frontier | 1e21 | N | 2778459463 | closed | Hoffmann eq. 4
chinchilla-frontier | frontier | 1e21 | goal | 2.305528571 | closed 1e-9 | Hoffmann eq. 10
chinchilla-frontier | frontier | 1e26 | N | 1.015931914e12 | closed | Hoffmann eq. 4
chinchilla-frontier | frontier | 1e26 | D | 1.640529886e13 | closed | Hoffmann eq. 4
chinchilla-frontier | frontier | | exponent of N | 0.5126121076 | closed | beta / (alpha + beta)
chinchilla-frontier | two_trillion_tokens | 1e22 | N | 9045158314 | closed | Hoffmann eq. 4
chinchilla-frontier | two_trillion_tokens | 1e26 | D | 2e12 | closed | the data that there are
chinchilla-frontier | two_trillion_tokens | 1e26 | N | 8.333333333e12 | closed | C / 6D
chinchilla-frontier | seven_billion | | D | 3.985848238e12 | closed | Hoffmann eq. 10, solved for D
cost-conventions | all_parameters | 1e17 | d | 399.487138 | computed | Hoffmann
cost-conventions | all_parameters | 1e21 | D | 5.99852793e10 | computed | Hoffmann
cost-conventions | without_embeddings | 1e17 | d | 352.153726 | computed | Kaplan section 2.1
cost-conventions | without_embeddings | 1e19 | D | 7.78881634e9 | computed | Kaplan section 2.1
cost-conventions | without_embeddings | 1e21 | D | 6.24709151e10 | computed | Kaplan section 2.1
cost-conventions | layer_by_layer | 1e17 | d | 365.403849 | computed | Hoffmann appendix F
cost-conventions | layer_by_layer | 1e19 | d | 1063.57922 | computed | Hoffmann appendix F
cost-conventions | layer_by_layer | 1e21 | D | 5.15052357e10 | computed | Hoffmann appendix F
cost-conventions | attention_counted | 1e17 | d | 331.068431 | computed | DeepSeek eq. 2
cost-conventions | attention_counted | 1e21 | D | 5.52284988e10 | computed | DeepSeek eq. 2
cost-conventions | kaplan_reconciled | 8.912509381e12 | N_E | 3285.520669 | closed | Pearce, N* of C without embeddings
cost-conventions | kaplan_reconciled | 5.011872336e20 | N_E | 1866553730 | closed | Pearce, N* of C without embeddings
cost-conventions | kaplan_reconciled | | exponent of N_E | 0.78 | published 0.01 | Pearce, on a grid of 20 sizes
data-constrained | repeat | | N | 7.022364736e9 | published 1e-3 | Muennighoff, code: the nearest point of a grid
data-constrained | repeat | | D | 2.37336955e11 | published 1e-3 | Muennighoff, code: the nearest point of a grid
data-constrained | repeat | | N | 7.0261591e9 | computed | Muennighoff eq. 5 and 6
data-constrained | repeat | | goal | 2.22212927487 | computed 1e-9 | Muennighoff eq. 5 and 6
data-constrained | once | | D | 25e9 | closed | the data that there are
data-constrained | once | | goal | 2.356752979 | computed 1e-9 | Muennighoff eq. 5 and 6
data-constrained | by_compute | 1e21 | D | 6.3438583e10 | computed | Muennighoff eq. 5 and 6
data-constrained | by_compute | 1e23 | D | 8.8421187e11 | computed | Muennighoff eq. 5 and 6
data-constrained | by_data | 1e9 | N | 5.4651836e9 | computed | Muennighoff eq. 5 and 6
data-constrained | predict | | effective_tokens(D = 100B, U = 25B) | 9.314182808e10 | closed | Muennighoff eq. 5
data-constrained | predict | | effective_tokens(D = 400B, U = 25B) | 2.645614246e11 | closed | Muennighoff eq. 5
data-constrained | predict | | effective_tokens(D = 1.1T, U = 25B) | 3.861699651e11 | closed | Muennighoff eq. 5
gpu-hours | month | | N | 7.7337161e10 | computed | Besiroglu table 1
gpu-hours | month | | goal | 1.9603784173 | computed 1e-9 | Besiroglu table 1
gpu-hours | month_flat | | N | 9.8288628e10 | computed | Besiroglu table 1
gpu-hours | month_at_peak | | N | 1.5721433e11 | computed | Besiroglu table 1
gpu-hours | class | 21600 | N | 2.948102e8 | computed | Besiroglu table 1
gpu-hours | class | 345600 | N | 1.2069818e9 | computed | Besiroglu table 1
gpu-hours | class | 345600 | D | 1.6257375e10 | computed | Besiroglu table 1
gpu-hours | predict | | tokens_in_time(16618 tokens/s, 6 hours) | 358948800 | closed | Stanić, the smallest class
`;
