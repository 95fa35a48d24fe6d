using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>The properties beside the drawing: groups are opened as they are needed, fields filled one after the other.</summary>
public sealed class PropertiesSheet(IPage page)
{
    /// <summary>Gives the selected element an id, and a name where it bears one.</summary>
    public async Task IdentifyAsync(string id, string? name)
    {
        await OpenAsync("general");
        if (name is not null)
        {
            await WriteAsync("name", name);
        }

        await WriteAsync("id", id);
    }

    /// <summary>决定: the variable that gets what is decided, and what can be.</summary>
    public async Task OutcomesAsync(string variable, params (string Value, string Name)[] outcomes)
    {
        await OpenAsync("approvals-decision");
        await WriteAsync("approvals-outcomes-variable", variable);
        for (var each = 0; each < outcomes.Length; each++)
        {
            await AddAsync("approvals-outcomes");
            await WriteAsync($"approvals-outcome-{each}-name", outcomes[each].Name);
            await WriteAsync($"approvals-outcome-{each}-value", outcomes[each].Value);
        }
    }

    /// <summary>办理时限 of the process; <paramref name="fields"/> are its attributes.</summary>
    public async Task ClockAsync(int number, params (string Field, string Value)[] fields)
    {
        await AddAsync("approvals-clocks");
        foreach (var (field, value) in fields)
        {
            await WriteAsync($"approvals-clock-{number}-{field}", value);
        }
    }

    /// <summary>职责分离: whoever did the other task may not do this one.</summary>
    public async Task SeparateFromAsync(string task)
    {
        await OpenAsync("approvals-separation");
        await page.ClickAsync($"[data-entry-id='approvals-separation-{task}'] label");
    }

    /// <summary>退回: a way back to an earlier task.</summary>
    public async Task ReturnToAsync(string task, string name)
    {
        await AddAsync("approvals-returns");
        await page.SelectOptionAsync("[data-entry-id='approvals-return-0-target'] select", task);
        await WriteAsync("approvals-return-0-name", name);
        await page.SelectOptionAsync("[data-entry-id='approvals-return-0-by'] select", "reviewer submitter");
    }

    public async Task ConditionAsync(string condition)
    {
        await OpenAsync("condition");
        await WriteAsync("conditionExpression", condition);
    }

    public async Task MessageAsync(string name, string? correlationKey = null)
    {
        await OpenAsync("message");
        await page.SelectOptionAsync("[data-entry-id=messageRef] select", "create-new");
        await WriteAsync("messageName", name);
        if (correlationKey is not null)
        {
            await WriteAsync("messageSubscriptionCorrelationKey", correlationKey);
        }
    }

    /// <summary>A timer that fires after so long.</summary>
    public async Task AfterAsync(string duration)
    {
        await OpenAsync("timer");
        if (await page.Locator("[data-entry-id=timerEventDefinitionType] select").CountAsync() > 0)
        {
            await page.SelectOptionAsync("[data-entry-id=timerEventDefinitionType] select", "timeDuration");
        }

        await WriteAsync("timerEventDefinitionValue", duration);
    }

    /// <summary>An activity done once for every item of a collection.</summary>
    public async Task ForEachAsync(string collection, string item)
    {
        await OpenAsync("multiInstance");
        await WriteAsync("multiInstance-inputCollection", collection);
        await WriteAsync("multiInstance-inputElement", item);
    }

    /// <summary>The label of a form's field.</summary>
    public async Task LabelAsync(string label)
    {
        await OpenAsync("general");
        await WriteAsync("label", label);
    }

    private async Task OpenAsync(string group)
    {
        var head = page.Locator($"[data-group-id='group-{group}'] > .bio-properties-panel-group-header");
        await head.WaitForAsync();
        if (!(await head.GetAttributeAsync("class"))!.Split(' ').Contains("open"))
        {
            await head.ClickAsync();
        }
    }

    private Task AddAsync(string group) =>
        page.ClickAsync($"[data-group-id='group-{group}'] .bio-properties-panel-add-entry");

    /// <summary>Fills a field, be it a line, a text or a FEEL editor, and leaves it.</summary>
    private async Task WriteAsync(string entry, string value)
    {
        var field = page.Locator(
            $"[data-entry-id='{entry}'] :is(input[type=text], input:not([type]), textarea, .cm-content)"
        ).First;
        await field.FillAsync(value);
        await field.BlurAsync();
    }
}
