namespace Approvals.Cases.Catalogue.Transfer;

/// <summary>What the process of an item's type must know, as columns; a column of another type is empty.</summary>
internal static class HandlingColumns
{
    private const string Section = "process";

    public static IReadOnlyList<ItemColumn> All { get; } =
    [
        Table(
            "verification",
            "承诺核查",
            ["verifyDays", "verifyBasis"],
            handling => Line(handling.Verification, term => [ItemCells.Number(term.Days), term.Basis]),
            (handling, entries) =>
                One(entries, parts => Days(parts[0]) is { } days ? new VerificationTerm(days, parts[1]) : null)
                    is { IsRead: true } read
                    ? handling with
                    {
                        Verification = read.Value,
                    }
                    : null
        ),
        Table(
            "referral",
            "转报",
            ["firstUnit", "firstDays", "upperDays", "referralBasis"],
            handling =>
                Line(
                    handling.Referral,
                    referral =>
                        [
                            referral.FirstUnit,
                            ItemCells.Number(referral.FirstDays),
                            ItemCells.Number(referral.UpperDays),
                            referral.Basis,
                        ]
                ),
            (handling, entries) =>
                One(
                    entries,
                    parts =>
                        Days(parts[1]) is { } first && Days(parts[2]) is { } upper
                            ? new Referral(parts[0], first, upper, parts[3])
                            : null
                )
                    is { IsRead: true } read
                    ? handling with
                    {
                        Referral = read.Value,
                    }
                    : null
        ),
        Table(
            "branches",
            "并联部门",
            ["branchUnit", "branchDays", "branchBasis"],
            handling =>
                ItemCells.Lines(
                    (handling.Branches ?? []).Select(branch =>
                        ItemCells.Parts(branch.Unit, ItemCells.Number(branch.Days), branch.Basis)
                    )
                ),
            (handling, entries) =>
            {
                var branches = entries
                    .Select(parts => Days(parts[1]) is { } days ? new JointBranch(parts[0], days, parts[2]) : null)
                    .ToList();
                return branches.Contains(null)
                    ? null
                    : handling with
                    {
                        Branches = branches.Count == 0 ? null : [.. branches.OfType<JointBranch>()],
                    };
            }
        ),
        Table(
            "silence",
            "超时默许",
            ["silenceBasis"],
            handling => handling.Silence?.Basis ?? "",
            (handling, entries) =>
                One(entries, parts => parts[0].Length > 0 ? new Silence(parts[0]) : null) is { IsRead: true } read
                    ? handling with
                    {
                        Silence = read.Value,
                    }
                    : null
        ),
    ];

    private static ItemColumn Table(
        string key,
        string header,
        string[] parts,
        Func<ItemHandling, string> read,
        Func<ItemHandling, IReadOnlyList<string[]>, ItemHandling?> write
    ) =>
        new(
            key,
            header,
            Section,
            ColumnKind.Table,
            item => read(item.Handling ?? new ItemHandling()),
            (item, text) =>
            {
                var entries = ItemCells
                    .ReadLines(text)
                    .Select(line => ItemCells.ReadParts(line, parts.Length))
                    .ToList();
                if (entries.Contains(null) || write(item.Handling ?? new ItemHandling(), entries!) is not { } handling)
                {
                    return null;
                }

                return item with
                {
                    Handling = handling == new ItemHandling() ? null : handling,
                };
            }
        )
        {
            Parts = parts,
        };

    private static string Line<T>(T? part, Func<T, IReadOnlyList<string?>> cells)
        where T : class => part is null ? "" : ItemCells.Parts([.. cells(part)]);

    /// <summary>What stands once or not at all.</summary>
    private static (bool IsRead, T? Value) One<T>(IReadOnlyList<string[]> entries, Func<string[], T?> read)
        where T : class =>
        entries.Count switch
        {
            0 => (true, null),
            1 => read(entries[0]) is { } value ? (true, value) : (false, null),
            _ => (false, null),
        };

    private static int? Days(string text) => ItemCells.TryNumber(text, out var days) && days is >= 1 ? days : null;
}
