using Approvals.Workflow.Dmn;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Dmn;

/// <summary>Compiled models for tests.</summary>
internal static class Models
{
    public const string Ns = "xmlns='https://www.omg.org/spec/DMN/20230324/MODEL/' namespace='t' name='t' id='t'";

    public static FeelEnvironment Environment() =>
        new() { Now = new DateTimeOffset(2026, 3, 2, 1, 30, 0, TimeSpan.Zero) };

    /// <summary>The model of a file below Cases; its imports are the files of their namespaces.</summary>
    public static DecisionModel Load(string file) =>
        Compile(
            File.ReadAllText(Path.Combine(CaseFile.Folder, file)),
            import => File.ReadAllText(Path.Combine(CaseFile.Folder, $"{import.Namespace}.dmn"))
        );

    public static DecisionModel Compile(string xml, Func<DmnImportRequest, string?>? resolve = null)
    {
        var reading = DmnReader.Read(xml, resolve);
        reading.Problems.ShouldBeEmpty();
        return DecisionModel.Compile(reading.Definitions.ShouldNotBeNull());
    }

    /// <summary>A model with these elements.</summary>
    public static string Around(string elements) => $"<definitions {Ns}>{elements}</definitions>";
}
