"""Independent check of the logistic regression: statsmodels on the half of the SBA case marked for training.

Run: pip install statsmodels pandas && python3 docs/validation/sba_logit.py SBAcase.11.13.17.csv
Prints what LogisticRegressionOnLoansTest expects (statsmodels 0.15.0, Newton, tolerance 1e-12).
"""
import sys

import pandas as pd
import statsmodels.api as sm

loans = pd.read_csv(sys.argv[1], encoding="utf-8-sig")
half = loans[loans["Selected"] == 1]
for factors in (["RealEstate", "Portion", "Recession"], ["New", "RealEstate", "DisbursementGross", "Portion", "Recession"]):
    fit = sm.Logit(half["Default"], sm.add_constant(half[factors])).fit(method="newton", tol=1e-12, maxiter=100, disp=False)
    print(f"{len(half)} loans, log-likelihood {fit.llf:.10f}")
    for name, coefficient, error in zip(fit.params.index, fit.params, fit.bse):
        print(f"{name:18s} {coefficient:.12g} {error:.12g}")
