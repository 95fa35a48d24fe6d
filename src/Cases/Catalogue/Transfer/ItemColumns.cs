namespace Approvals.Cases.Catalogue.Transfer;

/// <summary>
/// Every element of an item as a column, in the order of files and of the editor: the eight publics here, the further elements of the
/// 实施清单 in <see cref="ListingColumns"/>.
/// </summary>
public static class ItemColumns
{
    public const string Code = "code";

    private static readonly string[] Types =
    [
        "即办件",
        "承诺件",
        "联办件",
        "转报件",
        "退回件",
        "绿色通道件",
        "承诺告知件",
    ];

    public static IReadOnlyList<ItemColumn> All { get; } =
    [
        Line(Code, "编码", "basic", item => item.Code, (item, text) => item with { Code = text }),
        Line("name", "事项名称", "basic", item => item.Name, (item, text) => item with { Name = text }),
        Line(
            "summary",
            "一句话说明",
            "basic",
            item => item.Summary,
            (item, text) => item with { Summary = ItemCells.OrNull(text) }
        ),
        Line("basicCode", "基本编码", "basic", item => item.BasicCode, (item, text) => item with { BasicCode = text }),
        Line(
            "implementationCode",
            "实施编码",
            "basic",
            item => item.ImplementationCode,
            (item, text) => item with { ImplementationCode = text }
        ),
        Line(
            "businessItemCode",
            "业务办理项编码",
            "basic",
            item => item.BusinessItemCode,
            (item, text) => item with { BusinessItemCode = text }
        ),
        Line("unit", "办理单位", "basic", item => item.Unit, (item, text) => item with { Unit = text }),
        Line("authority", "实施机关", "basic", item => item.Authority, (item, text) => item with { Authority = text }),
        Choice(
            "powerType",
            "权力类型",
            "basic",
            [
                "行政许可",
                "行政确认",
                "行政给付",
                "行政奖励",
                "行政裁决",
                "其他行政权力",
                "其他行政权力（备案）",
                "公共服务",
            ],
            item => item.PowerType,
            (item, text) => item with { PowerType = text }
        ),
        Choice(
            "level",
            "行使层级",
            "basic",
            ["省", "市", "县", "街道", "村居"],
            item => item.Level,
            (item, text) => item with { Level = text }
        ),
        Choice(
            "serviceObject",
            "服务对象",
            "basic",
            ["自然人", "法人"],
            item => item.ServiceObject,
            (item, text) => item with { ServiceObject = text }
        ),
        Choice(
            "caseType",
            "办件类型",
            "basic",
            Types,
            item => Types[(int)item.CaseType],
            (item, text) => item with { CaseType = (CaseType)Array.IndexOf(Types, text) }
        ),
        Line(
            "caseTypeNote",
            "办件类型说明",
            "basic",
            item => item.CaseTypeNote,
            (item, text) => item with { CaseTypeNote = ItemCells.OrNull(text) }
        ),
        Lines(
            "jointDepartments",
            "联办部门",
            "basic",
            item => item.JointDepartments,
            (item, lines) => item with { JointDepartments = lines }
        ),
        Line("theme", "主题", "basic", item => item.Theme, (item, text) => item with { Theme = text }),
        Lines("keywords", "关键词", "basic", item => item.Keywords, (item, lines) => item with { Keywords = lines }),
        new("legalBasis", "设定依据", "basis", ColumnKind.Table, ItemTables.Basis, ItemTables.WriteBasis)
        {
            Parts = ItemTables.BasisParts,
        },
        Lines(
            "conditions",
            "受理条件",
            "conditions",
            item => item.Conditions,
            (item, lines) => item with { Conditions = lines }
        ),
        new("materials", "申请材料", "materials", ColumnKind.Table, ItemTables.Materials, ItemTables.WriteMaterials)
        {
            Parts = ItemTables.MaterialParts,
        },
        Line(
            "materialsFrom",
            "材料来源",
            "materials",
            item => item.MaterialsFrom,
            (item, text) => item with { MaterialsFrom = ItemCells.OrNull(text) }
        ),
        Line(
            "applyForm",
            "申请表单",
            "materials",
            item => item.ApplyForm,
            (item, text) => item with { ApplyForm = ItemCells.OrNull(text) }
        ),
        new("procedures", "特别程序", "process", ColumnKind.Table, ItemTables.Procedures, ItemTables.WriteProcedures)
        {
            Parts = ItemTables.ProcedureParts,
        },
        .. HandlingColumns.All,
        .. OutcomeColumns.All,
        .. ListingColumns.All,
    ];

    internal static ItemColumn Line(
        string key,
        string header,
        string section,
        Func<Item, string?> read,
        Func<Item, string, Item> write
    ) => new(key, header, section, ColumnKind.Line, item => read(item) ?? "", write);

    internal static ItemColumn Lines(
        string key,
        string header,
        string section,
        Func<Item, IReadOnlyList<string>> read,
        Func<Item, IReadOnlyList<string>, Item> write
    ) =>
        new(
            key,
            header,
            section,
            ColumnKind.Lines,
            item => ItemCells.Lines(read(item)),
            (item, text) => write(item, ItemCells.ReadLines(text))
        );

    internal static ItemColumn Flag(
        string key,
        string header,
        string section,
        Func<Item, bool> read,
        Func<Item, bool, Item> write
    ) =>
        new(
            key,
            header,
            section,
            ColumnKind.Flag,
            item => ItemCells.Flag(read(item)),
            (item, text) => ItemCells.ReadFlag(text) is { } value ? write(item, value) : null
        );

    internal static ItemColumn Number(
        string key,
        string header,
        string section,
        Func<Item, int?> read,
        Func<Item, int?, Item> write
    ) =>
        new(
            key,
            header,
            section,
            ColumnKind.Number,
            item => ItemCells.Number(read(item)),
            (item, text) => ItemCells.TryNumber(text, out var value) ? write(item, value) : null
        );

    internal static ItemColumn Choice(
        string key,
        string header,
        string section,
        IReadOnlyList<string> choices,
        Func<Item, string> read,
        Func<Item, string, Item> write
    ) =>
        new(
            key,
            header,
            section,
            ColumnKind.Choice,
            read,
            (item, text) => choices.Contains(text, StringComparer.Ordinal) ? write(item, text) : null
        )
        {
            Choices = choices,
        };
}
