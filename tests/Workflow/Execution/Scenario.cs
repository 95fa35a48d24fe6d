using System.Globalization;
using System.Text;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Explanation;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Simulation;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>
/// Plays a trace file: lines that begin with <c>&gt;</c> are commands, the lines after each are the events it must give. An
/// element in a command stands for the newest thing that waits there.
/// </summary>
internal sealed class Scenario(TestInstance instance)
{
    public static string Play(string modelName, string trace)
    {
        var file = Models.ReadAll(modelName);
        var scenario = new Scenario(new(file.Processes[0], new FileProcesses(file)));
        var text = new StringBuilder();
        foreach (var line in trace.Split('\n').Where(line => line.StartsWith("> ", StringComparison.Ordinal)))
        {
            text.Append(line.TrimEnd()).Append('\n').Append(scenario.Do(line[2..].Trim()));
        }

        return text.ToString();
    }

    private string Do(string command)
    {
        var verb = Word(ref command);
        switch (verb)
        {
            case "now":
                instance.Now = new(
                    DateTime.ParseExact(command, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
                    CivilTime.Offset
                );
                return "";
            case "actor":
                var words = command.Split(' ');
                instance.Actor = new(words[0], words[1..]);
                return "";
            case "explain":
                return ExplanationText.Of(WaitingExplanation.Of(instance.State), TestInstance.Key);
            case "restart":
                instance.Restart(fromJournal: command == "journal");
                return "";
            default:
                return Print(instance.Send(Command(verb, command)));
        }
    }

    private EngineCommand Command(string verb, string rest)
    {
        switch (verb)
        {
            case "start":
                var variables = Json(ref rest);
                return new StartInstance(
                    TestInstance.Key,
                    TestInstance.Variables(variables),
                    rest.Length > 0 ? rest : null
                );
            case "job":
                return new CompleteJob(Wait<JobState>(Word(ref rest)), TestInstance.Variables(Json(ref rest)));
            case "fail":
                var failed = Wait<JobState>(Word(ref rest));
                return new FailJob(failed, "broken", int.Parse(Word(ref rest), CultureInfo.InvariantCulture));
            case "throw":
                var broken = Wait<JobState>(Word(ref rest));
                return new ThrowJobError(broken, Word(ref rest), TestInstance.Variables(Json(ref rest)));
            case "claim":
                return new ClaimUserTask(Wait<UserTaskState>(rest));
            case "unclaim":
                return new UnclaimUserTask(Wait<UserTaskState>(rest));
            case "task":
                var task = Wait<UserTaskState>(Word(ref rest));
                var given = Json(ref rest);
                return new CompleteUserTask(task, rest.Length > 0 ? rest : null, TestInstance.Variables(given));
            case "timer":
                return new TriggerTimer(Wait<TimerState>(rest));
            case "message":
                var subscription = Wait<MessageSubscriptionState>(Word(ref rest));
                return new CorrelateMessage(subscription, TestInstance.Variables(Json(ref rest)));
            case "signal":
                return new BroadcastSignal(Word(ref rest), TestInstance.Variables(Json(ref rest)));
            case "trigger":
                return new TriggerStart(TestInstance.Key, Word(ref rest), [], TestInstance.Variables(Json(ref rest)));
            case "clock":
                var clock = Word(ref rest);
                return new TriggerClock(clock, rest == "expiry" ? ClockTrigger.Expiry : ClockTrigger.Reminder);
            case "resolve":
                return new ResolveIncident(
                    instance.State.Incidents.Items.ToArray().Single(i => i.ElementId == rest).Key
                );
            case "set":
                return new SetVariables(TestInstance.Variables(rest));
            case "set-in":
                var inside = Word(ref rest);
                var owner = instance.State.Elements.Items.ToArray().Single(e => e.Element.Id == inside).Key;
                return new SetVariables(TestInstance.Variables(rest), owner);
            case "enable":
                var adHoc = Word(ref rest);
                var enabled = instance.State.Elements.Items.ToArray().SingleOrDefault(e => e.Element.Id == adHoc);
                return new ActivateAdHocElements(enabled?.Key ?? 1, [.. rest.Split(' ')]);
            case "cancel":
                return new CancelInstance(rest);
            case "continue":
                return new Continue();
            default:
                return Verb(verb, Wait<UserTaskState>(Word(ref rest)), rest.Split(' '));
        }
    }

    /// <summary>What people do with a task: <c>hand-over task p:2,clerk@hall</c>, <c>sign task p:3 no</c>.</summary>
    private EngineCommand Verb(string verb, long task, string[] words)
    {
        var reason = words.ElementAtOrDefault(verb == "add-signer" ? 2 : 1) ?? "";
        return verb switch
        {
            "hand-over" => new HandOverUserTask(task, Person(words[0]), reason),
            "delegate" => new DelegateUserTask(task, Person(words[0]), reason),
            "resolve-delegation" => new ResolveDelegation(task, words[0]),
            "add-signer" => words[1].Contains(',', StringComparison.Ordinal)
                ? new AddSigner(task, Order(words[0]), Person(words[1]), null, reason)
                : new AddSigner(task, Order(words[0]), null, words[1], reason),
            "remove-signer" => new RemoveSigner(task, Signer(task, words[0]), reason),
            "sign" => new SignUserTask(task, Signer(task, words[0]), words[1] == "yes", words.ElementAtOrDefault(2)),
            "return" => new ReturnUserTask(task, words[0], reason, words.Length > 2 ? Person(words[2]) : null),
            "withdraw" => new WithdrawUserTask(task, words[0], words.ElementAtOrDefault(1)),
            "copy" => new CopyUserTask(task, [.. words.Where(word => word.Length > 0)], null),
            "urge" => new UrgeUserTask(task, words[0]),
            _ => throw new ArgumentException($"Unknown command '{verb}'.", nameof(verb)),
        };
    }

    private static Actor Person(string text) => new(text.Split(',')[0], text.Split(',')[1..]);

    private static SignerOrder Order(string text) => Enum.Parse<SignerOrder>(text, ignoreCase: true);

    /// <summary>The first signer of that name or group, or of none.</summary>
    private long Signer(long task, string name) =>
        instance.State.Waits.TryFind(task, out var wait) && wait is UserTaskState state
            ? state.Signers.FirstOrDefault(signer => signer.UserId == name || signer.Group == name)?.Key ?? 1
            : 1;

    private long Wait<T>(string element)
        where T : WaitState =>
        instance.State.Waits.Items.ToArray().OfType<T>().LastOrDefault(wait => wait.Target.Id == element)?.Key ?? 1;

    private static string Print(StepResult result)
    {
        if (result.Rejection is { } rejection)
        {
            return $"rejected {rejection.Code}\n";
        }

        var text = new StringBuilder();
        foreach (var each in result.Events)
        {
            text.Append(EventText.Of(each, TestInstance.Key)).Append('\n');
        }

        return text.Append(result.More ? "more\n" : "").ToString();
    }

    private static string Word(ref string rest)
    {
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? rest : rest[..space];
        rest = space < 0 ? "" : rest[(space + 1)..].Trim();
        return word;
    }

    /// <summary>The JSON object at the begin of the rest, or an empty one.</summary>
    private static string Json(ref string rest)
    {
        if (!rest.StartsWith('{'))
        {
            return "{}";
        }

        var end = rest.LastIndexOf('}') + 1;
        var json = rest[..end];
        rest = rest[end..].Trim();
        return json;
    }
}
