using Approvals.Kernel.Calendar;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Tests.Execution;

public sealed class EngineTests
{
    [Fact]
    public void A_published_calendar_gives_running_clocks_new_dates_once()
    {
        var instance = AcceptedIn(2026, 12, 25);
        instance.State.Clocks[0]!.Dates.IsProvisional.ShouldBeTrue();

        instance.Calendar = new("2027", [2026, 2027], [(new(2027, 1, 4), true, "元旦")]);
        var recomputed = instance.Send(new RecomputeClocks()).Events.ShouldHaveSingleItem();
        var again = instance.Send(new RecomputeClocks());

        var dates = recomputed.ShouldBeOfType<ClockRecomputed>().Dates;
        dates.IsProvisional.ShouldBeFalse();
        dates.CalendarVersion.ShouldBe("2027");
        dates.DueDay.ShouldBe(instance.Calendar.AddWorkingDays(new(2026, 12, 25), 20));
        again.Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_provisional_clock_expires_like_any_other_but_says_so()
    {
        var instance = AcceptedIn(2026, 12, 25);

        instance.Now = instance.State.Clocks[0]!.Dates.Due;
        instance.Send(new TriggerClock("promised", ClockTrigger.Expiry)).IsRejected.ShouldBeFalse();

        instance.State.Clocks[0]!.IsExpired.ShouldBeTrue();
        instance.State.Clocks[0]!.Dates.IsProvisional.ShouldBeTrue();
    }

    [Fact]
    public void Keys_follow_from_the_instance_key_alone()
    {
        var one = new TestInstance(Models.Read("parallel-join"));
        var other = new TestInstance(Models.Read("parallel-join"));

        one.Start();
        other.Start();

        one.State.Waits.Items.ToArray().Select(wait => wait.Key).ShouldBe([TestInstance.Key + 4, TestInstance.Key + 6]);
        TestInstance.Snapshot(other.State).ShouldBe(TestInstance.Snapshot(one.State));
    }

    [Fact]
    public void An_endless_run_stops_at_the_bound_and_goes_on()
    {
        var instance = new TestInstance(Models.Read("endless"));

        var first = instance.Start("""{"i": 0}""");
        instance.Restart(fromJournal: true);
        var second = instance.Send(new Continue());
        var third = instance.Send(new Continue());

        first.More.ShouldBeTrue();
        first.Events.OfType<ElementActivated>().Count().ShouldBe(1000);
        second.More.ShouldBeTrue();
        third.More.ShouldBeFalse();
        instance.State.Status.ShouldBe(InstanceStatus.Completed);
    }

    [Fact]
    public void An_instance_key_that_is_none_is_a_bug_of_the_caller() =>
        Should.Throw<ArgumentException>(() => new TestInstance(Models.Read("sequence")).Send(new StartInstance(7, [])));

    [Fact]
    public void Events_that_do_not_fit_the_state_are_a_broken_journal()
    {
        var definition = Models.Read("sequence");
        WorkflowEvent started = new InstanceStarted(TestInstance.Key, "sequence", "start");

        Should.Throw<InvalidDataException>(() => Apply.Replay(definition, [started, started]));
        Should.Throw<InvalidDataException>(() =>
            Apply.Replay(
                definition,
                [started, new ElementActivated(TestInstance.Key + 2, "start", TestInstance.Key, null)]
            )
        );
        Should.Throw<InvalidDataException>(() =>
            Apply.Replay(
                definition,
                [started, new ElementActivated(TestInstance.Key + 1, "end", TestInstance.Key, "f2")]
            )
        );
        Should.Throw<InvalidDataException>(() =>
            Apply.Replay(definition, [started, new ElementCompleted(TestInstance.Key + 1, "start")])
        );
        Should.Throw<InvalidDataException>(() => Apply.Replay(definition, [started, new ClockReminded("promised")]));
    }

    private static TestInstance AcceptedIn(int year, int month, int day)
    {
        var instance = new TestInstance(Models.Read("clock"))
        {
            Now = CivilTime.StartOf(new(year, month, day)).AddHours(10),
            Actor = new("p:1", ["clerk@hall"]),
        };
        instance.Start("""{"days": 20}""");
        instance.Send(new CompleteUserTask(instance.State.Waits.Items[0].Key, null, [])).IsRejected.ShouldBeFalse();
        return instance;
    }
}
