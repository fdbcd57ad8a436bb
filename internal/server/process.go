package server

// process names one process for good: numbers are given again, so its start belongs to its name.
type process struct {
	PID int `json:"pid"`
	// Started is when the process began, in the words of this system.
	Started string `json:"started"`
}

// alive tells whether this process, and not a later one with its number, still runs.
func (p process) alive() (bool, error) {
	started, err := processStart(p.PID)
	return started != "" && started == p.Started, err
}
