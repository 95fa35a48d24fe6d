using System.Diagnostics;
using System.Globalization;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Server.Workers;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Seeding;

/// <summary>
/// Lives the years of a plan: cases are submitted and taken step by step through the turns that people, workers and clocks would send, in the order of
/// their days, each bearing the instant at which it is meant to have happened.
/// </summary>
internal sealed class SeedRun
{
    internal const int Wave = 1024;
    private const int RunningDays = 10;
    private const int UndecidedDays = 20;
    private const double MinutesADay = 8 * 60;
    private static readonly TimeSpan Reported = TimeSpan.FromSeconds(2);
    private readonly Platform platform;
    private readonly SeedClock clock;
    private readonly SeedPlan plan;
    private readonly SeedCity city;
    private readonly SeedSteps steps;
    private readonly SeedPapers papers;
    private readonly SeedDelivery delivery;
    private readonly DuePump pump;
    private readonly WorkingMoments moments;
    private readonly Random chance;
    private readonly int[] online;
    private readonly Action<string> say;
    private readonly PriorityQueue<(CaseScript Script, SeedWait Wait), long> waiting = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private DateTimeOffset lastSubmission;
    private TimeSpan reported;
    private int submitted;
    private int closed;
    private int licences;
    private int sealedPapers;
    private long turns;

    public SeedRun(
        Platform platform,
        SeedClock clock,
        SeedPlan plan,
        SeedCity city,
        IServiceProvider workers,
        Action<string> say
    )
    {
        (this.platform, this.clock, this.plan, this.city, this.say) = (platform, clock, plan, city, say);
        papers = new SeedPapers(
            platform,
            () => workers.GetServices<IJobWorker>().Single(worker => worker.Types.Contains("licence.issue"))
        );
        steps = new SeedSteps(platform, city, papers);
        delivery = new SeedDelivery(platform, workers.GetServices<IEffectCarrier>());
        pump = new DuePump(platform.Turns, platform.Runtime, platform.Readers, clock);
        moments = new WorkingMoments(platform.Calendar, plan.From, plan.To);
        chance = new Random(plan.Chance);
        online = [.. city.Items.Index().Where(each => SeedSteps.Knows(each.Item.CaseType)).Select(each => each.Index)];
    }

    private int Total => plan.Cases + plan.Running;

    public async Task<SeedResult> RunAsync(CancellationToken cancellation)
    {
        if (online.Length == 0 && Total > 0)
        {
            throw new InvalidDataException("No item of the plan has a process to run: raise --items.");
        }

        var day = CivilTime.DateOf(plan.From);
        var next = NextSubmission();
        while (next is not null || waiting.Count > 0)
        {
            var at = Earliest(next);
            while (CivilTime.DateOf(at) > day)
            {
                day = day.AddDays(1);
                await EndDayAsync(CivilTime.StartOf(day), cancellation);
            }

            var wave = new List<(CaseScript Script, SeedWait? Wait, DateTimeOffset At)>(Wave);
            var seals = new List<(CaseScript Script, SeedWait Wait, DateTimeOffset At)>();
            while (
                wave.Count < Wave && (next is not null || waiting.Count > 0) && CivilTime.DateOf(Earliest(next)) == day
            )
            {
                if (next is not null && (!waiting.TryPeek(out _, out var head) || next.Submitted.UtcTicks <= head))
                {
                    wave.Add((next, null, next.Submitted));
                    next = NextSubmission();
                    continue;
                }

                waiting.TryDequeue(out var entry, out var ticks);
                var when = new DateTimeOffset(ticks, TimeSpan.Zero);
                if (entry is { Wait: { Kind: SeedWaitKind.Paper }, Script.IsSealed: true })
                {
                    seals.Add((entry.Script, entry.Wait, when));
                    break;
                }

                wave.Add((entry.Script, entry.Wait, when));
            }

            // What comes next is drawn in the order of the wave, so that the same plan gives the same city.
            var reached = await Task.WhenAll(wave.Select(each => DoAsync(each.Script, each.Wait, each.At)));
            turns += wave.Count;
            foreach (var (step, after) in wave.Zip(reached))
            {
                After(step.Script, step.Wait, after, step.At);
            }

            foreach (var (script, wait, when) in seals)
            {
                await SealAsync(script, wait, when);
            }

            cancellation.ThrowIfCancellationRequested();
            Report(day);
        }

        await EndDayAsync(plan.To, cancellation);
        return new SeedResult(
            city.Units.Count,
            city.Items.Count,
            submitted,
            closed,
            licences,
            sealedPapers,
            turns,
            watch.Elapsed
        );
    }

    private DateTimeOffset Earliest(CaseScript? next)
    {
        var queued = waiting.TryPeek(out _, out var ticks) ? ticks : long.MaxValue;
        return new DateTimeOffset(Math.Min(queued, next?.Submitted.UtcTicks ?? long.MaxValue), TimeSpan.Zero);
    }

    private CaseScript? NextSubmission()
    {
        if (submitted == Total)
        {
            return null;
        }

        var number = submitted++;
        var item = online[(int)(chance.NextDouble() * chance.NextDouble() * online.Length)];
        var corrects = city.Items[item].Materials.Any(material => material is { Required: true, FilledOnline: false });
        var applicant = chance.Next(city.Applicants.Count);
        if (number < plan.Cases)
        {
            // Those of the very last days are not decided when the plan ends.
            var decided = plan.Cases * moments.ShareOfLast(UndecidedDays);
            var isSealed = number >= decided - (plan.Sealed * 1.3);
            var at = moments.At((number + chance.NextDouble()) / plan.Cases);
            return CaseScript.Draw(chance, item, applicant, Later(at), corrects, int.MaxValue, isSealed);
        }

        var share = (double)(number - plan.Cases) / plan.Running;
        var begin = moments.ShareOfLast(RunningDays);
        return CaseScript.Draw(
            chance,
            item,
            applicant,
            Later(moments.At(begin + ((1 - begin) * share))),
            corrects,
            chance.Next(4),
            false
        );
    }

    /// <summary>Submissions never go back in time, though their moments are drawn.</summary>
    private DateTimeOffset Later(DateTimeOffset at) => lastSubmission = at > lastSubmission ? at : lastSubmission;

    private async Task<SeedWait> DoAsync(CaseScript script, SeedWait? wait, DateTimeOffset at)
    {
        var next = default(SeedWait);
        var actor =
            wait is not { } known ? steps.SubmitterOf(script)
            : Withdraws(script, known) ? steps.ApplicantOf(script)
            : known.Actor;
        var answer = await platform.Turns.RunAsync(
            new TurnRequest(
                actor,
                scope =>
                {
                    // A clock may have been quicker: then what is waited for now is done later.
                    if (
                        wait is { Key: > 0 }
                        && steps.Wait(scope.Session, script) is var now
                        && now.Key != wait.Value.Key
                    )
                    {
                        next = now;
                        return TurnAnswer.Done();
                    }

                    var done = Turn(scope, script, wait);
                    if (done.Rejection is null)
                    {
                        script.Key = wait is null ? long.Parse(done.Text, CultureInfo.InvariantCulture) : script.Key;
                        Remember(script, wait);
                        next = steps.Wait(scope.Session, script);
                    }

                    return done;
                },
                At: at
            )
        );
        if (answer.Rejection is { } rejection)
        {
            throw new InvalidOperationException(
                $"A step of case {script.Key} ({city.Items[script.ItemIndex].Code}, {wait?.Kind}) was refused: {rejection.Code}."
            );
        }

        return next;
    }

    private TurnAnswer Turn(TurnScope scope, CaseScript script, SeedWait? wait) =>
        wait switch
        {
            null => steps.Submit(scope, script),
            { Kind: SeedWaitKind.Over } => steps.Rate(scope, script),
            { } known when Withdraws(script, known) => steps.Withdraw(scope, script),
            { } known => steps.Step(scope, script, known),
        };

    /// <summary>What has happened to the case, in the turn in which it did; saying it again changes nothing.</summary>
    private static void Remember(CaseScript script, SeedWait? done)
    {
        switch (done)
        {
            case null:
                script.IsTakenUp = script.Channel == Cases.Channel.Window;
                break;
            case { Kind: SeedWaitKind.Window, Element: "settle" }:
                script.IsTakenUp = true;
                break;
            case { Kind: SeedWaitKind.Applicant, Element: "correct" or "supplement" }:
                script.IsCorrected = true;
                break;
            case { Element: "special" or "inspection" }:
                script.HasDetoured = true;
                break;
            case { Element: "rectify" }:
                script.IsDemanded = true;
                break;
        }
    }

    private static bool Withdraws(CaseScript script, SeedWait wait) =>
        wait.Kind == SeedWaitKind.Office && script.Outcome == SeedOutcome.Withdrawn;

    private async Task SealAsync(CaseScript script, SeedWait wait, DateTimeOffset at)
    {
        clock.MoveTo(at);
        await papers.SealAsync(wait.Job!);
        turns++;
        var state = platform.Readers.Read(session => LoadedCase.Find(session, script.Key)!.State);
        sealedPapers += state.Licence is not null && wait.Job!.Type == "licence.issue" ? 1 : 0;
        After(script, wait, platform.Readers.Read(session => steps.Wait(session, script)), at);
    }

    /// <summary>Plans what comes after a step; what would come after the plan's end stays open.</summary>
    private void After(CaseScript script, SeedWait? done, SeedWait next, DateTimeOffset at)
    {
        if (done is { Kind: SeedWaitKind.Over })
        {
            return;
        }

        licences += done is { Kind: SeedWaitKind.Paper, Job.Type: "licence.issue" } ? 1 : 0;

        if (next.Kind == SeedWaitKind.Over)
        {
            closed++;
            if (script.Stars == 0 || script.Outcome == SeedOutcome.Withdrawn)
            {
                return;
            }
        }

        script.Steps += done is null || next.Kind == SeedWaitKind.Paper ? 0 : 1;
        var when = next.Kind == SeedWaitKind.Paper ? at.AddSeconds(5) : moments.After(at, DaysTo(script, next));
        if (when <= plan.To && (script.Steps < script.MostSteps || next.Kind == SeedWaitKind.Paper))
        {
            waiting.Enqueue((script, next), when.UtcTicks);
        }
    }

    /// <summary>Working days until whoever is waited for acts.</summary>
    private double DaysTo(CaseScript script, SeedWait next)
    {
        var promised = Math.Max(1, city.Items[script.ItemIndex].Limits.PromisedDays);
        return next.Kind switch
        {
            SeedWaitKind.Window => 0.05 + (1.4 * chance.NextDouble()),
            SeedWaitKind.Counter => (3 + (20 * chance.NextDouble())) / MinutesADay,
            SeedWaitKind.Department => 0.1 + (0.7 * chance.NextDouble()),
            SeedWaitKind.Check => 3 + (30 * chance.NextDouble()),
            SeedWaitKind.Office when next.Element is "special" or "inspection" => 2 + (8 * chance.NextDouble()),
            SeedWaitKind.Office => script.Pace * promised / 2,
            SeedWaitKind.Applicant => 0.5 + (4 * chance.NextDouble()),
            _ => 0.2 + (2 * chance.NextDouble()),
        };
    }

    /// <summary>Midnight: clocks remind and run out, messages are delivered.</summary>
    private async Task EndDayAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        clock.MoveTo(at);
        Exception? failure = null;
        var (fired, _) = await pump.FireDueAsync(fault => failure ??= fault, cancellation);
        if (failure is not null)
        {
            throw new InvalidOperationException("A clock could not be fired.", failure);
        }

        turns += fired + await delivery.DeliverAsync(at);
    }

    private void Report(DateOnly day)
    {
        if (watch.Elapsed - reported < Reported)
        {
            return;
        }

        reported = watch.Elapsed;
        var rate = submitted / watch.Elapsed.TotalSeconds;
        say(
            $"{day:yyyy-MM-dd}: {submitted:#,0} of {Total:#,0} cases, {closed:#,0} closed, {rate:#,0} cases a second, {turns:#,0} turns"
        );
    }
}
