package main

import (
	"crypto/x509"
	"os"
	"strings"
)

// authorities reads the certificate authorities that alone may vouch for the server, nil where the system's do. A file
// that could not count is an error: who names one wants the connection checked.
func authorities(uri, file, setting string) (*x509.CertPool, error) {
	if file == "" {
		return nil, nil
	}
	scheme, _, _ := strings.Cut(uri, "://")
	switch {
	case strings.HasSuffix(scheme, "+ssc"):
		return nil, usagef("%s has no effect with %s://, which takes any certificate; use %s+s://", setting, scheme,
			strings.TrimSuffix(scheme, "+ssc"))
	case !strings.HasSuffix(scheme, "+s"):
		return nil, usagef("%s has no effect with %s://, which is not encrypted; use %s+s://", setting, scheme, scheme)
	}
	pem, err := os.ReadFile(file)
	if err != nil {
		return nil, usagef("%s: %w", setting, err)
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(pem) {
		return nil, usagef("%s: %s holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)", setting, file)
	}
	return pool, nil
}
