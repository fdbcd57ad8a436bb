package source

import (
	"net/url"
	"strconv"
	"strings"
)

// addressDay is the day that many publishers put in the addresses of their articles, as folders: /2025/03/14/ or
// /2025/mar/14/.
var addressDay = newPattern(`/((?:19|20)\d\d)/(\d\d?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(\d\d?)(?:/|$)`)

// urlDay returns the day of publication that the address of an article holds, or an empty string.
func urlDay(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	at := addressDay.FindStringSubmatch(strings.ToLower(u.Path))
	if at == nil {
		return ""
	}
	year, month, day := at[1], at[2], at[3]
	if number, named := months[month]; named {
		month = strconv.Itoa(int(number))
	}
	if date, ok := isoDate(year, month, day); ok {
		return date
	}
	return ""
}
