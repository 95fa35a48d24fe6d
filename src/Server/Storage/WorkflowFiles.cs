using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Dmn;
using Approvals.Workflow.Forms;
using Approvals.Workflow.Runtime;
using Approvals.Workflow.Runtime.Decisions;
using Approvals.Workflow.Runtime.Forms;

namespace Approvals.Server.Storage;

/// <summary>
/// Seeds the forms, decisions and processes of <c>workflows/</c> that have no deployment yet; afterwards the database decides. A file
/// that can't be read is named with line and sentence, and the others are deployed.
/// </summary>
public sealed partial class WorkflowFiles(Platform platform, ILogger<WorkflowFiles> log)
{
    private static readonly Actor Seeder = Actor.System("seed");

    public async Task DeployMissingAsync(string folder)
    {
        foreach (
            var path in Directory
                .EnumerateFiles(folder, "*.form", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            var (name, json) = (Path.GetFileName(path), await File.ReadAllTextAsync(path));
            await platform.SendAsync(Seeder, scope => DeployForm(scope, name, json));
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.dmn").Order(StringComparer.Ordinal))
        {
            var (name, xml) = (Path.GetFileName(path), await File.ReadAllTextAsync(path));
            await platform.SendAsync(Seeder, scope => DeployDecisions(scope, name, xml));
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.bpmn").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var xml = await File.ReadAllTextAsync(path);
            var reading = BpmnReader.Read(xml, BpmnRules.Deployment);
            foreach (var problem in reading.Problems)
            {
                LogProblem(log, name, problem.Line, problem.Column, problem.Message);
            }

            if (reading.Definitions is { } definitions)
            {
                await platform.SendAsync(Seeder, scope => Deploy(scope, definitions, name, xml, platform.Calendar));
            }
        }
    }

    private TurnAnswer DeployForm(TurnScope scope, string name, string json)
    {
        var reading = FormSchema.Parse(json);
        if (!reading.IsUsable || FormDeploying.IdOf(json) is not { } id || !FormDeploying.IsDeployed(scope.Session, id))
        {
            foreach (var problem in FormDeploying.Deploy(scope, name, json).Problems)
            {
                LogProblem(log, name, 1, 1, $"{problem.Component}: {problem.Message}");
            }
        }

        return TurnAnswer.Done();
    }

    private TurnAnswer DeployDecisions(TurnScope scope, string name, string xml)
    {
        var definitions = DmnReader.Read(xml).Definitions;
        if (
            definitions is null
            || !DecisionDeploying
                .Callable(definitions)
                .All(decision => DecisionDeploying.IsDeployed(scope.Session, decision.Id))
        )
        {
            foreach (var problem in DecisionDeploying.Deploy(scope, name, xml).Problems)
            {
                LogProblem(log, name, problem.Line, problem.Column, problem.Message);
            }
        }

        return TurnAnswer.Done();
    }

    private static TurnAnswer Deploy(
        TurnScope scope,
        Workflow.Bpmn.Model.Definitions definitions,
        string name,
        string xml,
        Kernel.Calendar.WorkingCalendar calendar
    )
    {
        if (!definitions.Processes.All(process => Deploying.IsDeployed(scope.Session, process.Id)))
        {
            Deploying.Deploy(scope, name, xml, calendar);
        }

        return TurnAnswer.Done();
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "{File}({Line},{Column}): {Sentence} The file is not deployed; the others are."
    )]
    private static partial void LogProblem(ILogger log, string file, int line, int column, string sentence);
}
