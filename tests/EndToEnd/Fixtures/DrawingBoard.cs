using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>The process editor as a designer's hands use it: palette, context pad, popup menu, keyboard.</summary>
public sealed class DrawingBoard(IPage page)
{
    private const string Shapes = ".djs-element.djs-shape:not([data-element-id$=_label])";

    /// <summary>Opens a document and waits until its editor takes input.</summary>
    public async Task OpenAsync(string address)
    {
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("#designer[data-ready=true]");
    }

    /// <summary>Takes everything away, as Ctrl+A and Delete do.</summary>
    public async Task EmptyAsync()
    {
        await page.Locator(".dz-canvas").ScrollIntoViewIfNeededAsync();
        var place = (await page.Locator(".dz-canvas").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(place.X + 500, place.Y + 40);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Delete");
        await page.ClickAsync("text=原大小");
        (await IdsAsync()).ShouldBeEmpty();
    }

    /// <summary>Puts a start event on the canvas from the palette.</summary>
    public async Task<string> StartAsync()
    {
        var place = (await page.Locator(".dz-canvas").BoundingBoxAsync())!;
        await page.ClickAsync(".djs-palette .entry[data-action='create.start-event']");
        await page.Mouse.MoveAsync(place.X + 230, place.Y + 190);
        await page.Mouse.ClickAsync(place.X + 240, place.Y + 190);
        return (await IdsAsync()).ShouldHaveSingleItem();
    }

    /// <summary>Appends to what is selected, and selects what was appended.</summary>
    public async Task<string> AppendAsync(string what)
    {
        var before = await IdsAsync();
        await PadAsync("append." + what);
        await page.WaitForFunctionAsync($"count => document.querySelectorAll('{Shapes}').length > count", before.Count);
        return (await IdsAsync()).Except(before).ShouldHaveSingleItem();
    }

    /// <summary>Turns what is selected into another kind, or into a template of the platform.</summary>
    public async Task BecomeAsync(string entry)
    {
        await PadAsync("replace");
        await page.ClickAsync($".djs-popup .entry[data-id='{entry}']");
        await page.WaitForSelectorAsync(".djs-popup", new() { State = WaitForSelectorState.Detached });
    }

    public async Task ConnectAsync(string from, string to)
    {
        await PickAsync(from);
        await PadAsync("connect");
        var target = (await Element(to).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(target.X + (target.Width / 2) - 6, target.Y + (target.Height / 2));
        await page.Mouse.ClickAsync(target.X + (target.Width / 2), target.Y + (target.Height / 2));
    }

    public Task PickAsync(string id) =>
        Element(id).Locator(".djs-hit").First.ClickAsync(new LocatorClickOptions { Force = true });

    /// <summary>Writes a name into an element.</summary>
    public async Task NameAsync(string id, string name)
    {
        await Element(id).Locator(".djs-hit").First.DblClickAsync(new LocatorDblClickOptions { Force = true });
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(name);
        await page.Keyboard.PressAsync("Enter");
    }

    public Task SavedAsync() => page.WaitForSelectorAsync(".dz-state[data-state=saved]");

    public ILocator Element(string id) => page.Locator($".djs-element[data-element-id='{id}']");

    private Task PadAsync(string action) => page.ClickAsync($".djs-context-pad .entry[data-action='{action}']");

    private async Task<IReadOnlyList<string>> IdsAsync() =>
        await page.EvaluateAsync<string[]>(
            $"[...document.querySelectorAll('{Shapes}')].map(each => each.dataset.elementId)"
        );
}
