using Approvals.Kernel.Organisations;

namespace Approvals.Server.Pages.Catalogue.OneUnit;

/// <summary>A unit as the form posts it; windows one a line: 窗口号｜名称｜地点｜电话｜时间.</summary>
public sealed class UnitForm
{
    private const char Divider = '｜';

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public UnitLevel Level { get; set; }

    public UnitKind Kind { get; set; } = UnitKind.Department;

    public string? Parent { get; set; }

    public string? CreditCode { get; set; }

    public string? Region { get; set; }

    public string? DocumentPrefix { get; set; }

    public string? Windows { get; set; }

    public static UnitForm Of(Unit unit) =>
        new()
        {
            Code = unit.Code,
            Name = unit.Name,
            ShortName = unit.ShortName,
            Level = unit.Level,
            Kind = unit.Kind,
            Parent = unit.Parent,
            CreditCode = unit.CreditCode,
            Region = unit.Region,
            DocumentPrefix = unit.DocumentPrefix,
            Windows = string.Join(
                '\n',
                unit.Windows.Select(each =>
                    string.Join(Divider, each.Number, each.Name, each.Place, each.Phone, each.Hours)
                )
            ),
        };

    public Unit ToUnit() =>
        new(
            Text(Code),
            Text(Name),
            Text(ShortName),
            Level,
            Kind,
            Text(Parent) is { Length: > 0 } parent ? parent : null,
            Text(CreditCode).ToUpperInvariant(),
            Text(Region),
            Text(DocumentPrefix),
            [
                .. (Windows ?? "")
                    .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(WindowOf),
            ]
        );

    /// <summary>A line with too few parts has empty ones, which the organisation refuses.</summary>
    private static Window WindowOf(string line)
    {
        string[] parts = [.. line.Split(Divider, StringSplitOptions.TrimEntries), "", "", "", ""];
        return new Window(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    private static string Text(string? value) => value?.Trim() ?? "";
}
