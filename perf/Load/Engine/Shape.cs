using System.Collections.Immutable;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Load.Engine;

/// <summary>
/// One of the three measured models (<c>perf/Models</c>) and how an instance of it is driven: what it starts with, and the
/// variables that each completed user task brings.
/// </summary>
internal sealed class Shape
{
    private Shape(string name, ImmutableArray<Variable> start, params ImmutableArray<Variable>[] completions)
        : this(
            name,
            name.ToLowerInvariant(),
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Models", name.ToLowerInvariant() + ".bpmn")),
            start,
            [.. completions]
        ) { }

    private Shape(
        string name,
        string processId,
        string xml,
        ImmutableArray<Variable> start,
        ImmutableArray<ImmutableArray<Variable>> completions
    )
    {
        Name = name;
        ProcessId = processId;
        Xml = xml;
        Start = start;
        Completions = completions;
        var reading = BpmnReader.Read(Xml);
        Definition =
            reading.Definitions?.Find(ProcessId)
            ?? throw new InvalidDataException($"{name}: {reading.Problems[0].Message}");
    }

    /// <summary>Ten script tasks in sequence.</summary>
    public static Shape S1 { get; } = new("S1", [Number("n", 0)]);

    /// <summary>An exclusive split, then a fork of four script tasks and their join.</summary>
    public static Shape S2 { get; } = new("S2", [Number("n", 5000)]);

    /// <summary>Three user tasks with an exclusive gateway before the last, each completed by the engine's API.</summary>
    public static Shape S3 { get; } =
        new(
            "S3",
            [new("applicant", FeelValue.From("p:9000")), Number("amount", 12_000)],
            [new Variable("complete", FeelValue.True)],
            [Number("score", 86)],
            []
        );

    /// <summary>Later than any measurement.</summary>
    public static DateTimeOffset TimerDue { get; } = new(2100, 1, 4, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>A timer that is due at <see cref="TimerDue"/>, and the end.</summary>
    public static Shape Timer { get; } =
        new("Timer", [new("due", FeelValue.From(TimerDue.ToString("yyyy-MM-ddTHH:mm:ssK")))]);

    /// <summary>Member of every candidate group of the models.</summary>
    public static Actor Actor { get; } = new("p:1", ["clerk@window", "reviewer@health", "approver@health"]);

    /// <summary>No model reads it; a step wants one.</summary>
    public static WorkingCalendar Calendar { get; } = new("perf", [2026], []);

    public string Name { get; }

    public string ProcessId { get; }

    public string Xml { get; }

    public ProcessDefinition Definition { get; }

    public ImmutableArray<Variable> Start { get; }

    /// <summary>One entry per user task of an instance, in order.</summary>
    public ImmutableArray<ImmutableArray<Variable>> Completions { get; }

    /// <summary>Commands from start to end: the start and each completion.</summary>
    public int Commands => 1 + Completions.Length;

    /// <summary>The same model as another process.</summary>
    public Shape Copy(int number)
    {
        var copy = $"{ProcessId}_{number}";
        var xml = Xml.Replace(
            $"<bpmn:process id=\"{ProcessId}\"",
            $"<bpmn:process id=\"{copy}\"",
            StringComparison.Ordinal
        );
        return new(Name, copy, xml, Start, Completions);
    }

    public static Shape Parse(string name) =>
        name.ToUpperInvariant() switch
        {
            "S1" => S1,
            "S2" => S2,
            "S3" => S3,
            _ => throw new ArgumentException($"There is no shape '{name}'; S1, S2 and S3 are.", nameof(name)),
        };

    private static Variable Number(string name, long value) => new(name, FeelValue.From(value));
}
