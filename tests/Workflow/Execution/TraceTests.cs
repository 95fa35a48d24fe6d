namespace Approvals.Workflow.Tests.Execution;

/// <summary>
/// Every <c>Models/*.trace</c> against the model of the same name; a suffix after a dot tells traces of one model apart. With
/// the environment variable WRITE_TRACES=1 the files are written anew, for a person to read the difference.
/// </summary>
public sealed class TraceTests
{
    public static TheoryData<string> Traces => [.. Models.Names(".trace")];

    [Theory]
    [MemberData(nameof(Traces))]
    public void The_engine_emits_the_verified_events(string name)
    {
        var path = Path.Combine(Models.Folder, name + ".trace");
        var expected = File.ReadAllText(path);
        var actual = Scenario.Play(name.Split('.')[0], expected);
        if (Environment.GetEnvironmentVariable("WRITE_TRACES") == "1")
        {
            File.WriteAllText(path, actual);
        }

        actual.ShouldBe(expected);
    }
}
