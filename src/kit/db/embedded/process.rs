//! What the system knows of a process: whether it lives, what it runs, when it began. A process id alone says little, because ids are used again.

/// A process as the system shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Its command line.
    pub command: String,
    /// When it began, in the system's own notation; together with the id it names a process for good.
    pub began: String,
    /// Whether it has ended and only waits for its parent to take notice.
    pub zombie: bool,
}

impl Process {
    /// Looks at process `pid`; nothing if there is none.
    #[cfg(target_os = "linux")]
    pub fn look(pid: u32) -> Option<Self> {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        // The second field is the program's name in brackets, which may itself hold brackets and blanks.
        let mut fields = stat.get(stat.rfind(')')? + 2..)?.split(' ');
        let state = fields.next()?;
        let began = fields.nth(18)?.to_owned();
        let arguments = std::fs::read(format!("/proc/{pid}/cmdline")).ok()?;
        let command = String::from_utf8_lossy(&arguments).trim_end_matches('\0').replace('\0', " ");
        Some(Self { command, began, zombie: state == "Z" || state == "X" })
    }

    /// Looks at process `pid`; nothing if there is none.
    #[cfg(not(target_os = "linux"))]
    pub fn look(pid: u32) -> Option<Self> {
        let ask = |column: &str| {
            let output = std::process::Command::new("ps").args(["-o", column, "-p", &pid.to_string()]).output().ok()?;
            let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
            (output.status.success() && !text.is_empty()).then_some(text)
        };
        Some(Self { command: ask("command=")?, began: ask("lstart=")?, zombie: ask("state=")?.starts_with('Z') })
    }
}

/// Sends a signal. A process that is gone meanwhile is no error: that is what most signals are for.
pub fn signal(pid: u32, signal: i32) {
    if let Ok(pid) = i32::try_from(pid)
        && pid > 1
    {
        // SAFETY: kill touches no memory of ours; ids below 2 (groups, init) are kept out.
        unsafe { libc::kill(pid, signal) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_living_process_is_seen_with_its_command_and_a_dead_one_is_not() {
        let mut child = std::process::Command::new("sleep").arg("61.5").spawn().expect("sleep is everywhere");
        let seen = Process::look(child.id()).expect("it lives");
        assert_eq!(Process::look(child.id()).map(|again| again.began), Some(seen.began));
        signal(child.id(), libc::SIGKILL);
        child.wait().expect("our child");
        assert_eq!(Process::look(child.id()), None);
    }
}
