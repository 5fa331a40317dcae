print("carer-reconcile")
