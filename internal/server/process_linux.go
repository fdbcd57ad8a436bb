package server

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
)

func endWithParent() *syscall.SysProcAttr { return &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM} }

// processStart gives when the process began, as "boot/ticks since then"; nothing where it is gone or waits only to be
// reaped.
func processStart(pid int) (string, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, syscall.ESRCH) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	// The name, field 2 of proc(5), is in parentheses and may hold anything; state is field 3.
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	const state, threads, starttime = 0, 17, 19
	if len(fields) <= starttime {
		return "", fmt.Errorf("/proc/%d/stat has only %d fields after the name", pid, len(fields))
	}
	// While other threads of a killed process are still ending, its ports and files are not free yet.
	if (fields[state] == "Z" || fields[state] == "X") && fields[threads] <= "1" {
		return "", nil
	}
	boot, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(string(boot)) + "/" + fields[starttime], nil
}
