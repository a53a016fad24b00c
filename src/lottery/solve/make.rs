//! Making a lottery as a function of the frozen inputs: what a record's lottery comes from, and how it is made
//! again. Imports the rest of `lottery`.

use super::{Clash, Lottery, No, Objective, Options, Progress, ShutOut, housed, solve};
use crate::lottery::Search;
use crate::lottery::bound::Bound;
use crate::lottery::certificate::Certificate;
use crate::lottery::homes::in_order;
use crate::lottery::problem::Problem;
use crate::lottery::renumber::Renumber;
use crate::lottery::tickets::TicketLottery;

/// The fairest lottery of a problem whose last `homes` rows are those of homes, whatever order these are in.
///
/// # Errors
/// As [`solve`].
pub fn make(
    problem: &Problem,
    homes: usize,
    options: &Options,
    progress: &mut dyn FnMut(&Progress),
) -> Result<Lottery, No> {
    if homes == 0 {
        return solve(problem, options, progress);
    }
    let (ordered, back) = in_order(problem, homes);
    let found = match housed::solve(&ordered, homes, options, progress) {
        Ok(Some(lottery)) => Ok(lottery),
        Ok(None) => solve(&ordered, options, progress),
        Err(no) => Err(no),
    };
    match found {
        Ok(lottery) => Ok(lottery_back(lottery, &back)),
        Err(No::Infeasible(clash)) => Err(No::Infeasible(clash_back(clash, &back))),
        Err(no) => Err(no),
    }
}

/// The lottery that anybody makes again of a frozen problem by these rules; `None` if none comes out.
pub fn make_again(
    search: Search,
    problem: &Problem,
    homes: usize,
    objective: Objective,
    tickets: u64,
) -> Option<(TicketLottery, Certificate)> {
    let options = Options { objective, tickets, ..Options::default() };
    let made = match search {
        Search::V1 => make(problem, homes, &options, &mut |_| {}).ok()?,
    };
    Some((made.tickets, made.certificate))
}

fn lottery_back(lottery: Lottery, back: &Renumber) -> Lottery {
    let shut = |shut: &ShutOut| ShutOut {
        profile: back.profiles[shut.profile as usize],
        rows: back.rows(&shut.rows),
    };
    let mut shut_out: Vec<ShutOut> = lottery.shut_out.iter().map(shut).collect();
    shut_out.sort_by_key(|shut| shut.profile);
    Lottery {
        tickets: back.tickets(&lottery.tickets),
        certificate: back.certificate(&lottery.certificate),
        ideal: back.each(&lottery.ideal),
        shut_out,
        ..lottery
    }
}

fn clash_back(clash: Clash, back: &Renumber) -> Clash {
    let end = |bound: &Bound| Bound { row: back.rows[bound.row as usize], ..*bound };
    let mut ends: Vec<Bound> = clash.ends.iter().map(end).collect();
    ends.sort_unstable();
    Clash {
        rows: back.rows(&clash.rows),
        ends,
        proof: clash.proof.as_ref().map(|proof| back.multipliers(proof)),
        ..clash
    }
}
