using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>The editor of decision tables under a designer's hands.</summary>
public sealed class DecisionTable(IPage page)
{
    /// <summary>Says what the first input asks.</summary>
    public async Task AsksAsync(string label, string expression)
    {
        await page.Locator("th.input-editor").DblClickAsync(new() { Force = true });
        await page.FillAsync(".ref-input-editor .dms-input-label", label);
        await page.FillAsync(".ref-input-editor :is(.cm-content, .ref-text[contenteditable])", expression);
        await page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Adds an empty rule below the others.</summary>
    public Task AddRuleAsync() => page.ClickAsync(".add-rule-add button");

    /// <summary>Writes what a rule asks and what it gives; rules count from 1.</summary>
    public async Task RuleAsync(int rule, string when, string then)
    {
        var row = page.Locator("tbody tr:has(td.input-cell)").Nth(rule - 1);
        await FillAsync(row.Locator("td.input-cell"), when);
        await FillAsync(row.Locator("td.output-cell"), then);
    }

    /// <summary>A cell becomes a FEEL editor once it has the focus.</summary>
    private static async Task FillAsync(ILocator cell, string text)
    {
        await cell.Locator(".feel-editor").ClickAsync();
        await cell.Locator(".cm-content").FillAsync(text);
        await cell.Locator(".cm-content").BlurAsync();
    }
}
