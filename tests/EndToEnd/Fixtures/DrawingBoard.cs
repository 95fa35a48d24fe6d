using Microsoft.Playwright;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>The process editor as a designer's hands use it: palette, context pad, popup menu, keyboard.</summary>
public sealed class DrawingBoard(IPage page)
{
    private const string Shapes = ".djs-element.djs-shape:not([data-element-id$=_label])";
    private const string Flows = ".djs-element.djs-connection";

    /// <summary>A place where a click meets the element itself and not what lies over it, nearest to its middle first.</summary>
    private const string Place = """
        id => {
          const element = document.querySelector(`.djs-element[data-element-id='${id}']`);
          const path = element.classList.contains("djs-connection") && element.querySelector(".djs-visual path");
          const box = element.querySelector(".djs-visual").getBoundingClientRect();
          const parts = Array.from({ length: 47 }, (_, i) => 0.5 + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * 0.02);
          const places = path
            ? parts.map((part) => path.getPointAtLength(path.getTotalLength() * part).matrixTransform(path.getScreenCTM()))
            : parts.flatMap((y) => parts.map((x) => ({ x: box.x + box.width * x, y: box.y + box.height * y })));
          const found = places.find(({ x, y }) => document.elementFromPoint(x, y)?.closest(".djs-element") === element);
          return found ? [found.x, found.y] : [];
        }
        """;

    private readonly Dictionary<(string From, string To), string> flows = [];
    private IReadOnlyList<string> shapes = [];
    private IReadOnlyList<string> lines = [];
    private string at = "";

    public PropertiesSheet Properties { get; } = new(page);

    /// <summary>Opens a document and waits until its editor takes input.</summary>
    public async Task OpenAsync(string address)
    {
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("#designer[data-ready=true]");
        await page.Locator("#designer").ScrollIntoViewIfNeededAsync();
    }

    /// <summary>Takes everything away, as Ctrl+A and Delete do.</summary>
    public async Task EmptyAsync()
    {
        await ProcessAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Delete");
        await page.ClickAsync("text=原大小");
        (await IdsAsync(Shapes)).ShouldBeEmpty();
    }

    /// <summary>Selects the process itself, by a click beside the drawing.</summary>
    public async Task ProcessAsync()
    {
        await page.Locator(".dz-canvas").ScrollIntoViewIfNeededAsync();
        var place = await CanvasAsync();
        await page.Mouse.ClickAsync(place.X + 500, place.Y + 20);
    }

    /// <summary>Puts a start event on the canvas from the palette, so many pixels from the upper edge of what is seen.</summary>
    public async Task StartAsync(string id, string name, int from = 190)
    {
        await page.ClickAsync("text=全图");
        await LookAsync();
        var place = await CanvasAsync();
        await page.ClickAsync(".djs-palette .entry[data-action='create.start-event']");
        await page.Mouse.MoveAsync(place.X + 230, place.Y + from);
        await page.Mouse.ClickAsync(place.X + 240, place.Y + from);
        await MoreAsync(Shapes, shapes);
        await IdentifyAsync(id, name);
    }

    /// <summary>Appends a step of the platform to what is selected; it is selected then.</summary>
    public async Task ThenAsync(string template, string id, string name)
    {
        await AppendAsync("append");
        await page.ClickAsync($".djs-popup .entry[data-id='append.template-approvals.{template}']");
        await AppendedAsync(id, name);
    }

    /// <summary>Appends a plain gateway, task or end to what is selected.</summary>
    public async Task ThenPlainAsync(string what, string id, string? name = null)
    {
        await AppendAsync("append." + what);
        await AppendedAsync(id, name);
    }

    /// <summary>Hangs an event on the edge of an activity, and selects it.</summary>
    public async Task AttachAsync(string host, string kind, string id, string name)
    {
        await page.ClickAsync("text=全图");
        await LookAsync();
        await page.ClickAsync(".djs-palette .entry[data-action='create.intermediate-event']");
        var edge = (await Element(host).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(edge.X + (edge.Width * 0.3f), edge.Y + edge.Height - 12);
        await page.Mouse.MoveAsync(edge.X + (edge.Width * 0.3f), edge.Y + edge.Height - 2);
        await page.Mouse.ClickAsync(edge.X + (edge.Width * 0.3f), edge.Y + edge.Height - 2);
        await MoreAsync(Shapes, shapes);
        var hung = (await IdsAsync(Shapes)).Except(shapes).Single();
        await PickAsync(hung);
        await BecomeAsync(kind);
        await IdentifyAsync(id, name);
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
        // Where the target lies is seen before the pad of the selected element covers it.
        await ProcessAsync();
        await page.ClickAsync("text=全图");
        var (x, y) = await PlaceAsync(to);
        await PickAsync(from);
        await page.ClickAsync("text=全图");
        await LookAsync();
        await PadAsync("connect");
        await page.Mouse.MoveAsync(x - 3, y);
        await page.Mouse.ClickAsync(x, y);
        await MoreAsync(Flows, lines);
        await RememberAsync(from, to);
    }

    /// <summary>Finds an element by its id, as Ctrl+F does, and selects it.</summary>
    public async Task PickAsync(string id)
    {
        await ProcessAsync();
        await page.Keyboard.PressAsync("Control+f");
        await page.FillAsync(".djs-search-input input", id);
        await page.PressAsync(".djs-search-input input", "End");
        await page.ClickAsync($".djs-search-result[data-result-id='{id}']");
        await Element(id).And(page.Locator(".selected")).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        at = id;
    }

    /// <summary>The id that the editor gave to the flow between two elements.</summary>
    public string Flow(string from, string to) => flows[(from, to)];

    /// <summary>Selects the flow between two elements.</summary>
    public Task PickFlowAsync(string from, string to) => PickAsync(Flow(from, to));

    /// <summary>Says when the flow between two elements is taken.</summary>
    public async Task WhenAsync(string from, string to, string condition)
    {
        await PickFlowAsync(from, to);
        await Properties.ConditionAsync(condition);
    }

    public Task SavedAsync() => page.WaitForSelectorAsync(".dz-state[data-state=saved]");

    public ILocator Element(string id) => page.Locator($".djs-element[data-element-id='{id}']");

    private async Task<(float X, float Y)> PlaceAsync(string id) =>
        await page.EvaluateAsync<float[]>(Place, id) is [var x, var y]
            ? (x, y)
            : throw new InvalidOperationException($"{id} lies under others.");

    private async Task AppendAsync(string action)
    {
        await page.ClickAsync("text=全图");
        await LookAsync();
        await PadAsync(action);
    }

    /// <summary>What was appended is selected: it gets its id, and the flow to it is remembered.</summary>
    private async Task AppendedAsync(string id, string? name)
    {
        await MoreAsync(Shapes, shapes);
        await RememberAsync(at, id);
        await IdentifyAsync(id, name);
    }

    private async Task IdentifyAsync(string id, string? name)
    {
        await Properties.IdentifyAsync(id, name);
        await Element(id).WaitForAsync();
        at = id;
    }

    private async Task LookAsync() => (shapes, lines) = (await IdsAsync(Shapes), await IdsAsync(Flows));

    private Task<IJSHandle> MoreAsync(string kind, IReadOnlyList<string> before) =>
        page.WaitForFunctionAsync($"count => document.querySelectorAll('{kind}').length > count", before.Count);

    private async Task RememberAsync(string from, string to)
    {
        if ((await IdsAsync(Flows)).Except(lines).ToList() is [var flow])
        {
            flows[(from, to)] = flow;
        }
    }

    private Task PadAsync(string action) => page.ClickAsync($".djs-context-pad .entry[data-action='{action}']");

    private async Task<LocatorBoundingBoxResult> CanvasAsync() =>
        (await page.Locator(".dz-canvas").BoundingBoxAsync())!;

    private async Task<IReadOnlyList<string>> IdsAsync(string kind) =>
        await page.EvaluateAsync<string[]>(
            $"[...document.querySelectorAll('{kind}')].map(each => each.dataset.elementId)"
        );
}
