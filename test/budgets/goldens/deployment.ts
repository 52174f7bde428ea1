/** Models that will be used, and limits besides compute: see ../answers.ts for the columns. */
export const DEPLOYMENT = `
other-choices | served | | N | 6.9685951e9 | computed | Sardana
other-choices | served | | goal | 8.004852534e+22 | computed | Sardana, times the FLOPs of 13B on 577B tokens and 2T served
inference-demand | as_good_as_13B | | N | 7e9 | published 0.01 | Sardana figure 1
inference-demand | as_good_as_13B | | goal | 0.83 | published 0.01 | Sardana figure 1: 17 % saved
inference-demand | as_good_as_13B | | N | 6.9685951e9 | computed | Sardana
inference-demand | as_good_as_13B | | goal | 0.82553296197 | computed 1e-9 | Sardana
inference-demand | as_good_as_7B | | N | 6e9 | published 1e-3 | Sardana
inference-demand | as_good_as_7B | | data_ratio | 1.18 | published 0.005 | Sardana
inference-demand | as_good_as_7B | | data_ratio | 1.1757603 | computed | Sardana
inference-demand | as_good_as_30B | | N | 13.6e9 | published 0.002 | Sardana
inference-demand | as_good_as_30B | | data_ratio | 2.84 | published 0.002 | Sardana
inference-demand | as_good_as_30B | | goal | 0.72 | published 0.001 | Sardana: 28 % saved
inference-demand | as_good_as_30B | | N | 1.361283e10 | computed | Sardana
inference-demand | by_demand | 1e10 | N | 2.9896865e10 | computed | Sardana
inference-demand | by_demand | 1e14 | N | 7.7546457e9 | computed | Sardana
serving-cost | requests | | goal | 8107602.4799 | computed 1e-9 | Sardana
serving-cost | requests | | N | 1.3887778e10 | computed | Sardana
serving-cost | requests | | D | 7.9882287e12 | computed | Sardana
serving-cost | training_only | | goal | 881339.90288 | computed 1e-9 | Sardana
serving-cost | training_only | | N | 4.6855645e10 | computed | Sardana
serving-cost | five_million | | goal | 2.0259986545 | computed 1e-9 | Sardana
serving-cost | five_million | | N | 8.9093361e9 | computed | Sardana
several-limits | assistant | | N | 1.95375899e10 | computed | Chen 2025, memory of a token
several-limits | assistant | | D | 1.70611286e13 | computed | C / 6N
several-limits | batch_work | | N | 3.91067488e10 | computed | Chen 2025, memory of a token
several-limits | batch_work | | goal | 2.0070319036 | computed 1e-9 | Muennighoff eq. 5 and 6
several-limits | research | | N | 1.2637875e11 | computed | Muennighoff eq. 5 and 6
several-limits | research | | D | 2.6375743e12 | computed | Muennighoff eq. 5 and 6
test-time-exchange | few_questions | | tokens | 257.75 | closed | Snell section 7
test-time-exchange | many_questions | | tokens | 15.77272727 | closed | Snell section 7
test-time-exchange | predict | | test_time_exchange(14, 0.16) | 257.75 | closed | Snell section 7
test-time-exchange | predict | | test_time_exchange(14, 22) | 15.77272727 | closed | Snell section 7
test-time-exchange | weaker_but_more | | k | 15 | closed | Bansal
test-time-exchange | attempts | | n | 8 | computed | Sadhukhan, code
`;
