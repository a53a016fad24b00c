//! What a claim tells besides how it ends. Imports `bundle`, `quotas` and `seed`.

use crate::bundle::ranges::ValueRange;
use crate::seed::time::Moment;

/// Something that an outcome alone does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Everybody who has a value must be drawn: they can know it beforehand.
    Certain {
        /// The feature.
        feature: String,
        /// The value.
        value: String,
        /// People who have it.
        people: u64,
    },
    /// People who are on every ticket by how quotas meet, though none of their values needs everybody: they can know it
    /// beforehand, as whoever wrote the quotas could.
    OnEvery(u64),
    /// The beacon's round of a draw: everybody knew it from then on. The record only says when the line
    /// was to be published; whoever saw it knows.
    Round {
        /// Of which draw.
        draw: String,
        /// Number of the round.
        round: u64,
        /// When it was due.
        due: Moment,
        /// The date in the charter.
        date: Option<Moment>,
    },
    /// Reserves who were called though it was the turn of others, with the day and the reason that the list gives.
    OutOfTurn {
        /// Day and reason of each call.
        calls: Vec<(String, String)>,
    },
    /// The roll of a ballot that counts is of a draw that was annulled since.
    RollAnnulled {
        /// The name of the ballot.
        ballot: String,
        /// The act that froze it.
        act: u32,
    },
    /// The agreement is older than a count, or a lot, that counts: now, or when replies to it were published.
    OldAgreement {
        /// The act with the agreement.
        agreement: u32,
        /// The act with replies to it.
        replies: Option<u32>,
    },
    /// More people are in than there are seats, because somebody came back after their place had been taken.
    Crowded {
        /// At the end of which list of events.
        list: u32,
        /// Who are in.
        people: u32,
        /// The seats.
        seats: u32,
    },
    /// Lots of last places that lie where chance hardly ever puts them, for so many letters among so many people.
    FarLots {
        /// In the list of which draw.
        draw: String,
        /// Numbers of strata, from 1.
        strata: Vec<u32>,
    },
    /// Numbers, from 1, of strata of which the first wave of letters is not what the draw gives them.
    OtherFirst(Vec<u32>),
    /// Letters were posted before the day of the charter: the first day, and that of the charter.
    PostedBefore(String, String),
    /// Strata that had more letters in all waves than the draw gives them.
    Beyond {
        /// Of each its number, from 1, its letters in all waves, those by the draw, and its people.
        strata: Vec<(u32, u64, u64, u64)>,
        /// Whether others had no more.
        others: bool,
    },
    /// Whether the numbers in the register are those of the people was not looked at: the secret is not here.
    KeysUnlooked,
    /// Draws of which nothing was looked at: no list of theirs is published, or the clerk's own is not here.
    DrawsUnseen {
        /// Their names.
        draws: Vec<String>,
        /// Whether it is the clerk's own list.
        own: bool,
    },
    /// Whether the frame follows from the prepared list was not looked at.
    FrameUnlooked {
        /// What is not here: the list, the secret, or in the list the numbers of the register.
        lack: &'static str,
    },
    /// The frame was made again from the prepared list.
    FrameAgain {
        /// How many were left out on grounds: who is on such a list, the record does not say.
        out: u64,
        /// Whether the list was made again of its sources, too.
        again: bool,
    },
    /// Numbers, from 1, of areas that stand in to which letters were sent.
    StoodIn(Vec<u32>),
    /// The roll of a ballot does not know events of its day or before, which were published later.
    RollBefore {
        /// The ballot.
        ballot: String,
        /// How many events.
        events: u64,
    },
    /// The charter says that whoever comes was sent a letter, which no claim checks.
    Invited,
    /// The charter says that people were drawn from those who registered themselves, and not from the population.
    SelfRegistered {
        /// The frame; blank where the charter does not name it.
        frame: String,
    },
    /// Values of a feature that look alike.
    ValuesAlike {
        /// The feature and the two values.
        pairs: Vec<(String, String, String)>,
    },
    /// Strata of letters whose names look alike.
    StrataAlike {
        /// The column and the two names.
        pairs: Vec<(String, String, String)>,
    },
    /// Features that look alike.
    FeaturesAlike(Vec<(String, String)>),
    /// Reserves who are out though nobody called them.
    Uncalled(u64),
    /// The draw before was annulled.
    Annulled {
        /// The draw that took its place.
        draw: String,
        /// The reason given.
        because: String,
        /// Whether there was new evidence.
        own: bool,
    },
    /// What the charter declares of the seed.
    Declared {
        /// The source.
        source: crate::seed::evidence::Source,
        /// When the line was to be published.
        date: Option<Moment>,
    },
    /// A draw has the evidence of another draw or trial.
    Known {
        /// The draw.
        draw: String,
        /// The other.
        other: String,
    },
    /// A supplement was drawn with the dice or the ticket of the record before, which can be chance.
    KnownBefore,
    /// Letters are of the list of a draw that was annulled.
    OldWaves {
        /// Which records of waves.
        records: Vec<u32>,
        /// The draw that counts.
        draw: String,
    },
    /// Numbers, from 1, of strata that get letters by the draw, and to which none was sent.
    Skipped(Vec<u32>),
    /// Somebody did not open the words that they had sealed, so that the second source decided.
    NotOpened {
        /// In which draw.
        draw: String,
        /// Who.
        roles: Vec<String>,
    },
    /// Some people are said to be on no panel.
    NoPanel {
        /// How many.
        people: u64,
        /// For how many of them sums over one feature do not show it, so that it takes a search.
        searched: u64,
    },
    /// A search over panels was made again just now, and found the same.
    Searched,
    /// The seats of each value on the tickets.
    Shape {
        /// By value, in the order of the quotas.
        values: Vec<ValueRange>,
        /// Tickets.
        tickets: u64,
    },
    /// The quotas of a supplement are looser than those of the record before it.
    Loosened {
        /// Those before.
        before: crate::quotas::Quotas,
        /// Those now.
        now: crate::quotas::Quotas,
    },
    /// The record names supplements.
    Continued {
        /// The line of the one that counts.
        line: String,
        /// Whether the draw that it goes on from was annulled since.
        annulled: bool,
        /// The lines of those that were replaced, and why.
        replaced: Vec<(String, String)>,
    },
    /// A supplement replaced others: their lines, and why.
    Replaced {
        /// First to last.
        replaced: Vec<(String, String)>,
    },
    /// The record before a supplement does not name it, as older ones do not.
    Unnamed,
    /// What the charter of the record before promised, and that of the supplement does not promise so.
    Dropped {
        /// Of each the word for what it is, its name if it has one, and whether something else is promised in its place.
        promises: Vec<(&'static str, String, bool)>,
    },
    /// Reserves whose turn it was were not called before a supplement, for this reason.
    PassedOver(String),
    /// Who takes no part in the lottery as everybody else does.
    Before {
        /// People who were excluded.
        excluded: u64,
        /// People who have a seat already.
        confirmed: u64,
        /// Addresses that the household rule holds to fewer seats than people.
        homes: u64,
        /// People of the largest of them, and the seats that they may have together.
        largest: (u64, u32),
    },
    /// The inputs of a seat plan are named by no line that is known to have been published before the seed.
    SeatLine {
        /// The plan.
        plan: String,
        /// Its line, if its record says that it was frozen first.
        line: Option<String>,
    },
    /// A seat plan was changed on the day, after the seed was known.
    SeatChange {
        /// The plan.
        plan: String,
        /// The plan before it.
        before: Option<String>,
        /// The round, from 1.
        round: usize,
        /// People who were said not to be there, and to be there after all.
        people: (usize, usize),
        /// Most people to move, if that was asked.
        moves: Option<u32>,
        /// Whether its record says that the plan it goes back to was frozen first.
        frozen: bool,
    },
    /// Seat plans of the same inputs from different seeds.
    SeatRivals {
        /// The plans.
        plans: Vec<String>,
        /// The line of their inputs.
        line: String,
    },
    /// Changes of one round of one seat plan, of which only one can have been used.
    SeatChanges {
        /// The plan that was changed.
        before: Option<String>,
        /// The round, from 1.
        round: usize,
        /// The changed plans.
        plans: Vec<String>,
    },
    /// People of a seat plan who were not drawn.
    SeatGuests {
        /// The plan.
        plan: String,
        /// How many with each role, and how many of them are in the pool.
        roles: Vec<(String, u64, u64)>,
        /// Reserves of whom no event is published.
        reserves: u64,
        /// People who turned up on the day, and how many of them are in the pool.
        newcomers: (u64, u64),
    },
    /// People who have a seat on the panel and are not in a seat plan at all.
    SeatsLeftOut {
        /// The plan.
        plan: String,
        /// How many.
        people: u64,
        /// How many have a seat on the panel.
        of: u64,
    },
    /// The people of a seat plan cannot be compared with the panel.
    SeatsNotCompared {
        /// The plan.
        plan: String,
    },
    /// How the list of people came about, as the record says.
    Prepared {
        /// People in it.
        people: u64,
        /// Rows of all its sources.
        rows: u64,
        /// Sources.
        sources: u64,
        /// Rows that were left out.
        left_out: u64,
        /// Whether the sealed tier showed that its people are those of the lottery.
        sealed: bool,
        /// Whether every digest was the same when it was prepared again from its sources, if it was.
        again: Option<bool>,
    },
    /// Who made a lottery by rules that this program does not have.
    MadeBy {
        /// The program and its version, as the record says.
        program: String,
    },
    /// Acts that replace others, and why: both numbers and the reason.
    ActsReplaced {
        /// The later act, the one that it replaces, the reason.
        acts: Vec<(u32, u32, String)>,
    },
    /// A ballot has another rule than the charter, for a reason.
    RuleLater {
        /// The ballot.
        ballot: String,
        /// Why.
        why: String,
        /// Whether the charter has a rule of that name, which this one took the place of.
        promised: bool,
    },
    /// An option of a ballot has the words of one that was voted down before.
    VotedAgain {
        /// The option.
        option: String,
        /// Its ballot.
        ballot: String,
        /// The option that was voted down.
        before: String,
        /// The ballot of that.
        of: String,
        /// The act with the result.
        act: u32,
    },
    /// Options of one ballot whose words look the same.
    SameWords {
        /// The ballot.
        ballot: String,
        /// Of each the one before it that it looks like, and itself.
        options: Vec<(String, String)>,
    },
    /// A ballot of which a lot decided more than once: every count in between left another tie.
    SeveralLots {
        /// The ballot.
        ballot: String,
        /// The acts with the lots.
        acts: Vec<u32>,
    },
    /// A ballot of which nobody gave the line.
    BallotLine {
        /// The ballot.
        ballot: String,
        /// Its line.
        line: String,
    },
    /// Ballots that the charter promises and that were never frozen.
    NoBallotsSoFar {
        /// Their names.
        ballots: Vec<String>,
    },
    /// The consultation that the charter announces is not in the record.
    NoConsultationSoFar {
        /// Its last day.
        until: String,
    },
    /// The charter promises replies, and the record has none.
    NoRepliesSoFar {
        /// Who was to reply.
        by: String,
        /// Within what term.
        term: String,
    },
    /// What the charter warns of, with the organiser's answers.
    Warned {
        /// The name of the warning, what it is about, and the answer.
        warnings: Vec<(&'static str, String, Option<String>)>,
    },
    /// A ballot was frozen when the people had not met who were to advise at the start, so its options were finished before.
    FinishedBefore {
        /// The ballot.
        ballot: String,
        /// The day on which it was frozen.
        day: String,
        /// The phase.
        phase: String,
        /// Its first day.
        from: String,
        /// What the organiser answers to that warning.
        answer: Option<String>,
    },
    /// A group of everybody who answered a call, which is no lot.
    GroupCalled {
        /// The group.
        group: String,
        /// Its people.
        people: u64,
    },
    /// A group that another lottery drew.
    GroupDrawn {
        /// The group.
        group: String,
        /// The commitment of that lottery, 64 hexadecimal digits.
        lottery: String,
        /// Whether its record was given, and it is the panel of that.
        compared: bool,
        /// Whether nobody had said before where the seed of that lottery would come from.
        undeclared: bool,
    },
    /// A group that a vote chose, which was counted again later.
    GroupRecounted {
        /// The group.
        group: String,
        /// The act with the result that it follows from.
        result: u32,
        /// The act with the result that counts now.
        now: u32,
    },
    /// A group from the same willing, for as many places, as another.
    LotAgain {
        /// The group.
        group: String,
        /// The earlier one.
        before: String,
    },
    /// A group from people some of whom were willing for another, of whom it was another lot.
    LotAmong {
        /// The group.
        group: String,
        /// The earlier one.
        before: String,
        /// How many were willing for both.
        people: u64,
    },
    /// People have a place in a group, and are not on the panel any more.
    GroupGone {
        /// The group.
        group: String,
        /// How many.
        people: u64,
    },
    /// Alternates of a group who are said to have given up before it was their turn.
    GroupUncalled {
        /// The group.
        group: String,
        /// How many.
        alternates: u64,
    },
    /// Minority statements of an agreement are not in the one that took its place.
    MinorityGone {
        /// The act that took its place.
        act: u32,
        /// The act before.
        before: u32,
        /// How many.
        statements: u64,
    },
    /// Replies come from others than the charter promises.
    OtherBy {
        /// From whom.
        by: String,
        /// Who was promised.
        promised: String,
    },
    /// People on the roll of a ballot who were not drawn.
    NotDrawn {
        /// The ballot.
        ballot: String,
        /// How many.
        others: u64,
        /// People on the roll.
        members: u64,
        /// People who are in, where none of them has a vote.
        left: Option<u64>,
    },
    /// A ballot was counted again, with other people present.
    OtherPresent {
        /// The ballot.
        ballot: String,
        /// The act.
        act: u32,
        /// The fewest and the most people who were present by the count before.
        before: (u64, u64),
        /// And by this one.
        now: (u64, u64),
    },
    /// A ballot was counted again, with as many people present, of other roles.
    OtherRoles {
        /// The ballot.
        ballot: String,
        /// The act.
        act: u32,
    },
    /// A ballot by name was counted again, and the votes are others.
    OtherVotes {
        /// The ballot.
        ballot: String,
        /// The act.
        act: u32,
        /// People who vote in it and did not before.
        more: u64,
        /// People who voted before and do no longer.
        gone: u64,
        /// People who vote otherwise.
        other: u64,
    },
    /// A ballot was counted again without the papers that were kept of an earlier count.
    PapersGone {
        /// The ballot.
        ballot: String,
        /// The act.
        act: u32,
        /// The earlier act.
        before: u32,
    },
    /// A ballot was counted again from more papers, or fewer, than an earlier count.
    PapersMore {
        /// The ballot.
        ballot: String,
        /// The act.
        act: u32,
        /// The earlier act.
        before: u32,
        /// How many papers that had, and this one has.
        papers: (u64, u64),
    },
    /// Beside the agreement: ballots that were frozen and are not counted.
    Uncounted {
        /// Their names.
        ballots: Vec<String>,
    },
    /// Beside the agreement: options of which the counts do not say whether they are adopted.
    Undecided {
        /// The options.
        options: Vec<String>,
    },
    /// Replies of a day on which, by an act of then or later, they had not come: the option, the day of its reply and that of the act.
    Backdated(Vec<(String, String, String)>),
    /// An act that says otherwise than the one before when it was handed over, within what term replies are due and who gives them:
    /// its number, what was said before, and what now.
    OtherTerms(u32, ([String; 3], Option<[String; 3]>)),
    /// Beside the agreement: options that are tied, and no lot was drawn.
    Undrawn(Vec<String>),
    /// Names of ballots that were frozen and are not counted, and others were.
    NeverCounted(Vec<String>),
    /// A ballot that was frozen later than another, and how many options of it have the words of that.
    TwoBallots(String, String, u64),
    /// A group for which a lot was announced, in which act, and nobody was drawn.
    NeverDrawn(String, u32),
    /// An act of topics that does not have topics of the one that it replaces: both, and the topics.
    TopicsGone(u32, u32, Vec<String>),
    /// The act of a consultation that was held otherwise than the charter announced: how, from when and until when.
    OtherwiseAsked(u32, String, (String, String)),
    /// Replies that are put off by more than ten years.
    FarOff {
        /// The option, and until when.
        replies: Vec<(String, String)>,
    },
    /// Replies that were put off, and then again: the option, and until when, each day later than the one before.
    PutOffAgain(Vec<(String, Vec<String>)>),
    /// How many people of a role were present at a ballot by name, by its act, and have no vote in it.
    NoVote(String, u32, String, u64),
    /// Two ballots with other words whose counts differ by a few papers in all options.
    LikeCounts(String, String),
    /// The day of an agreement, and how many days later it was handed over.
    HandedLate(String, u64),
    /// What recounts are about that the log grants, and nobody held.
    NotRecounted(Vec<String>),
    /// Calls that were in turn by events that were corrected later, and would not have been without these.
    TurnUndone {
        /// The day of each call.
        days: Vec<String>,
    },
    /// The record before goes on from another lottery itself, of which nobody looked at the evidence here.
    Further(String),
    /// Papers that are kept in the sealed tier.
    PapersKept {
        /// The numbers of the acts.
        acts: Vec<u32>,
        /// Whether they were here and add up; none where the sealed part is not here.
        here: Option<bool>,
    },
    /// Replies that came late, or have not come and are late.
    Late {
        /// The option, and by how many days.
        replies: Vec<(String, u64)>,
    },
    /// Whether the charter declared the reserves that were drawn.
    Reserves {
        /// It did.
        declared: bool,
    },
}
