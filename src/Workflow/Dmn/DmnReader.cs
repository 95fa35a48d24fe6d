using Approvals.Workflow.Dmn.Xml;

namespace Approvals.Workflow.Dmn;

/// <summary>
/// Reads DMN 1.1 to 1.5. What a model says and this engine can't execute is a problem with its place; diagrams and foreign
/// extensions are left alone. Never throws for what the text contains.
/// </summary>
public static class DmnReader
{
    /// <summary><paramref name="resolveImport"/> gives the text of an imported model, or null when there is none.</summary>
    public static DmnReading Read(string xml, Func<DmnImportRequest, string?>? resolveImport = null)
    {
        var problems = new ReadingProblems();
        var definitions = new ImportChain(resolveImport).Read(xml, problems);
        return new(definitions, problems.InOrder());
    }
}
