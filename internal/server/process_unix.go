//go:build unix

package server

import (
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"syscall"
)

// startProcess starts cmd, and reaps it when it ends before this process does. Unless it is attached, it gets a
// session of its own, so that neither an interrupt at the terminal nor its end reaches it.
func startProcess(cmd *exec.Cmd, attached bool) (process, error) {
	if attached {
		cmd.SysProcAttr = endWithParent()
	} else {
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	}
	started := make(chan error)
	go func() {
		// To Linux the parent is the thread, which has to live as long as this process does.
		runtime.LockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			_ = cmd.Wait() // how it ended is told by its log
		}
	}()
	if err := <-started; err != nil {
		return process{}, err
	}
	begin, err := processStart(cmd.Process.Pid) // nothing if it ended at once, which then counts as not alive
	return process{cmd.Process.Pid, begin}, err
}

// terminate asks the process to end, if it is still the same.
func (p process) terminate() error {
	alive, err := p.alive()
	if err != nil || !alive {
		return err
	}
	if err := syscall.Kill(p.PID, syscall.SIGTERM); err != nil && !errors.Is(err, syscall.ESRCH) {
		return fmt.Errorf("send SIGTERM: %w", err)
	}
	return nil
}
