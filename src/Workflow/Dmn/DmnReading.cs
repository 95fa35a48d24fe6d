using Approvals.Workflow.Dmn.Model;

namespace Approvals.Workflow.Dmn;

/// <summary>
/// The outcome of reading a DMN file. <see cref="Definitions"/> is null when the text is no DMN at all; with it, problems are of
/// single elements: a model is fit for deployment when there are none, here and in <see cref="DecisionModel.Problems"/>.
/// </summary>
public sealed record DmnReading(Definitions? Definitions, IReadOnlyList<DmnProblem> Problems);

/// <summary>What an `import` element asks for.</summary>
public sealed record DmnImportRequest(string Namespace, string Name, string? LocationUri);
