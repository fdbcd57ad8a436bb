package country

import "testing"

func TestStateOffice(t *testing.T) {
	for _, c := range []struct {
		title string
		want  bool
	}{
		{"Permanent Secretary", true}, {"permanent secretary for fisheries", true}, {"Attorney-General", true}, {"Deputy Attorney General", true},
		{"Inspector General of Police", true}, {"Chief Secretary of Skerry", true}, {"sub-inspector", true},
		{"secretary", false}, {"general secretary", false}, {"chief executive", false}, {"", false},
	} {
		if got := StateOffice(c.title); got != c.want {
			t.Errorf("StateOffice(%q) = %v", c.title, got)
		}
	}
}
