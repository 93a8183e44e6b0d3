use std::io;

use clap::CommandFactory;
use clap_complete::Shell;

use super::Common;
use crate::problems::Problems;

/// Print a script that completes this command in a shell
///
/// For bash: timeline completions bash > ~/.local/share/bash-completion/completions/timeline
#[derive(clap::Args)]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        // Into memory first: the generator has no way to tell of a closed pipe.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut crate::Cli::command(), "timeline", &mut script);
        common.output.write(problems, |out, _| out.write_all(&script))
    }
}
