using Approvals.Kernel;
using Approvals.Server.Reads.Design;
using Approvals.Server.Texts;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Api.Design;

/// <summary>
/// <c>POST /forms/bindings</c>: the processes whose user tasks show the form, the fields they read, and the variables they read that
/// neither the form nor the model itself sets.
/// </summary>
public sealed class FormEndpoints(CheckedRequest request, DocumentQuery documents, ITexts texts)
{
    /// <summary>The most processes that are looked through.</summary>
    private const int Most = 200;

    /// <param name="Processes">The ids of documents.</param>
    public sealed record BindingsBody(string Content, IReadOnlyList<string>? Processes);

    public sealed record BindingsAnswer(string Form, IEnumerable<BindingAnswer> Processes);

    public sealed record BindingAnswer(
        string Process,
        string Name,
        IEnumerable<TaskAnswer> Tasks,
        IEnumerable<FieldAnswer> Fields,
        IEnumerable<string> Missing
    );

    public sealed record TaskAnswer(string Id, string? Name);

    public sealed record FieldAnswer(string Key, string Label, bool Read);

    public static void Map(RouteGroupBuilder group)
    {
        Func<HttpContext, Task<IResult>> bindings = context =>
            context.RequestServices.GetRequiredService<FormEndpoints>().BindingsAsync();
        group.MapPost("/forms/bindings", bindings).WithMetadata(new DesignEndpoints.ReadsOnly());
    }

    public Task<IResult> BindingsAsync() => request.AnswerAsync<BindingsBody>(body => [body.Content], Bindings);

    private IResult Bindings(BindingsBody body)
    {
        if (FormSchema.Parse(body.Content).Form is not { } form)
        {
            return request.Refuse(Rejection.Of("design.no-form"));
        }

        var processes = (body.Processes ?? [])
            .Distinct(StringComparer.Ordinal)
            .Take(Most)
            .Select(id => long.TryParse(id, out var key) ? documents.Find(key)?.Document.Content : null)
            .OfType<string>()
            .SelectMany(content => BpmnReader.Read(content, BpmnRules.Structure).Draft?.Processes ?? []);
        return Results.Json(
            new BindingsAnswer(form.Id, [.. processes.Select(process => Of(process, form)).OfType<BindingAnswer>()])
        );
    }

    /// <summary>Null when no user task of the process shows the form.</summary>
    private BindingAnswer? Of(ProcessDefinition process, Form form)
    {
        var tasks = process.Elements.OfType<UserTask>().Where(task => task.FormId == form.Id).ToList();
        if (tasks.Count == 0)
        {
            return null;
        }

        var use = VariableUse.Of(process);
        var given = form.Fields.Select(field => field.Key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var fields = form.Fields.Select(field => new FieldAnswer(
            field.Key,
            field.Label.In(texts.Language).Text,
            use.Reads.Contains(field.Key.Split('.')[0])
        ));
        return new(
            process.Id,
            process.Name ?? process.Id,
            [.. tasks.Select(task => new TaskAnswer(task.Id, task.Name))],
            [.. fields],
            [.. use.Reads.Except(use.Sets).Except(given).Order(StringComparer.Ordinal)]
        );
    }
}
