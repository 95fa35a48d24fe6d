using System.Globalization;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Rules;

namespace Approvals.Workflow.Simulation;

/// <summary>
/// Tries a BPMN file out: <c>approvals workflow run</c>. The processes run in one engine on a virtual clock; the same input
/// gives the same bytes.
/// </summary>
public static class ModelRunner
{
    public const int Ran = 0;
    public const int Refused = 1;
    public const int Usage = 2;

    /// <summary>
    /// Runs the processes of <paramref name="xml"/> and writes the lines to <paramref name="output"/>, sentences about what
    /// prevents it to <paramref name="errors"/>. Gives the exit code: 0 it ran, however it ended, 1 the file is refused, 2 the
    /// options make no sense.
    /// </summary>
    public static int Run(string fileName, string xml, ModelRunOptions options, TextWriter output, TextWriter errors)
    {
        if (!RunMessage.TryVariables(options.Variables, out var variables))
        {
            return Fail(errors, Usage, "The variables are not a JSON object.");
        }

        if (!RunMessage.TryParse(options.Messages, out var messages, out var problem))
        {
            return Fail(errors, Usage, problem);
        }

        var trace = new RunTrace(output, options);
        var reading = BpmnReader.Read(xml, BpmnRules.Running);
        if (reading.Definitions is not { } definitions)
        {
            foreach (var each in reading.Problems)
            {
                trace.Problem(each);
                Fail(errors, Refused, $"{fileName}:{each.Line}:{each.Column}: {each.Message} [{each.Rule}]");
            }

            return Refused;
        }

        if (!TryChoose(definitions, options.ProcessIds, out var chosen, out var sentence))
        {
            return Fail(errors, Usage, sentence);
        }

        new VirtualRun(options, definitions, variables, messages, trace).Run(chosen);
        return Ran;
    }

    private static bool TryChoose(
        Definitions definitions,
        IReadOnlyList<string> ids,
        out List<ProcessDefinition> chosen,
        out string sentence
    )
    {
        chosen = [];
        sentence = "";
        foreach (var id in ids)
        {
            if (definitions.Find(id) is not { } process)
            {
                sentence = $"The file has no process '{id}'.";
                return false;
            }

            chosen.Add(process);
        }

        if (ids.Count > 0)
        {
            return true;
        }

        var executable = definitions
            .Processes.Where(process => process is { IsExecutable: true, IsGlobalTask: false })
            .ToList();
        var candidates = executable.Count > 0 ? executable : [.. definitions.Processes];
        if (candidates.Count != 1)
        {
            sentence = string.Create(
                CultureInfo.InvariantCulture,
                $"The file has {candidates.Count} processes that could be started; name one with --process."
            );
            return false;
        }

        chosen.Add(candidates[0]);
        return true;
    }

    private static int Fail(TextWriter errors, int code, string sentence)
    {
        errors.Write(sentence + "\n");
        return code;
    }
}
