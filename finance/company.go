package finance

// Company holds the inputs of the group's accounts.
type Company struct{}
