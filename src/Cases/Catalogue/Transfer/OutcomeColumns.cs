namespace Approvals.Cases.Catalogue.Transfer;

/// <summary>Limits, fee, result and contact of an item as columns.</summary>
internal static class OutcomeColumns
{
    public static IReadOnlyList<ItemColumn> All { get; } =
    [
        ItemColumns.Number(
            "legalDays",
            "法定时限",
            "limits",
            item => item.Limits.LegalDays,
            (item, days) => item with { Limits = item.Limits with { LegalDays = days ?? 0 } }
        ),
        Limit("legalText", "时限原文", limits => limits.LegalText, (limits, text) => limits with { LegalText = text }),
        Limit("legalUnit", "时限单位", limits => limits.LegalUnit, (limits, text) => limits with { LegalUnit = text }),
        Limit("limitBasis", "时限依据", limits => limits.Basis, (limits, text) => limits with { Basis = text }),
        Limit(
            "conversion",
            "时限换算",
            limits => limits.Conversion,
            (limits, text) => limits with { Conversion = ItemCells.OrNull(text) }
        ),
        ItemColumns.Flag(
            "limitVerified",
            "时限条文已核对",
            "limits",
            item => item.Limits.Verified,
            (item, verified) => item with { Limits = item.Limits with { Verified = verified } }
        ),
        ItemColumns.Number(
            "promisedDays",
            "承诺时限",
            "limits",
            item => item.Limits.PromisedDays,
            (item, days) => item with { Limits = item.Limits with { PromisedDays = days ?? 0 } }
        ),
        ItemColumns.Flag(
            "charged",
            "是否收费",
            "fee",
            item => item.Fee.Charged,
            (item, charged) => item with { Fee = item.Fee with { Charged = charged } }
        ),
        ItemColumns.Line(
            "feeBasis",
            "收费依据",
            "fee",
            item => item.Fee.Basis,
            (item, text) => item with { Fee = item.Fee with { Basis = ItemCells.OrNull(text) } }
        ),
        ItemColumns.Line(
            "feeNote",
            "收费说明",
            "fee",
            item => item.Fee.Note,
            (item, text) => item with { Fee = item.Fee with { Note = ItemCells.OrNull(text) } }
        ),
        Result("resultName", "结果名称", result => result.Name, (result, text) => result with { Name = text }),
        ItemColumns.Choice(
            "resultKind",
            "结果类型",
            "result",
            ["证照", "批文", "证明", "其他"],
            item => item.Result.Kind,
            (item, text) => item with { Result = item.Result with { Kind = text } }
        ),
        ItemColumns.Number(
            "validityYears",
            "有效年限",
            "result",
            item => item.Result.ValidityYears,
            (item, years) => item with { Result = item.Result with { ValidityYears = years } }
        ),
        Result(
            "validityBasis",
            "有效期依据",
            result => result.ValidityBasis,
            (result, text) => result with { ValidityBasis = ItemCells.OrNull(text) }
        ),
        Result(
            "licenceTypeCode",
            "证照类型代码",
            result => result.LicenceTypeCode,
            (result, text) => result with { LicenceTypeCode = ItemCells.OrNull(text) }
        ),
        Result(
            "licenceFields",
            "证照栏目",
            result => result.LicenceFields,
            (result, text) => result with { LicenceFields = ItemCells.OrNull(text) }
        ),
        Contact("window", "窗口号", contact => contact.Window, (contact, text) => contact with { Window = text }),
        Contact(
            "windowName",
            "窗口名称",
            contact => contact.WindowName,
            (contact, text) => contact with { WindowName = text }
        ),
        Contact("place", "办理地点", contact => contact.Place, (contact, text) => contact with { Place = text }),
        Contact("hours", "办理时间", contact => contact.Hours, (contact, text) => contact with { Hours = text }),
        Contact("phone", "咨询电话", contact => contact.Phone, (contact, text) => contact with { Phone = text }),
        Contact(
            "complaint",
            "监督投诉电话",
            contact => contact.Complaint,
            (contact, text) => contact with { Complaint = text }
        ),
        ItemColumns.Line(
            "notes",
            "备注",
            "contact",
            item => item.Notes,
            (item, text) => item with { Notes = ItemCells.OrNull(text) }
        ),
    ];

    private static ItemColumn Limit(
        string key,
        string header,
        Func<TimeLimits, string?> read,
        Func<TimeLimits, string, TimeLimits> write
    ) =>
        ItemColumns.Line(
            key,
            header,
            "limits",
            item => read(item.Limits),
            (item, text) => item with { Limits = write(item.Limits, text) }
        );

    private static ItemColumn Result(
        string key,
        string header,
        Func<ItemResult, string?> read,
        Func<ItemResult, string, ItemResult> write
    ) =>
        ItemColumns.Line(
            key,
            header,
            "result",
            item => read(item.Result),
            (item, text) => item with { Result = write(item.Result, text) }
        );

    private static ItemColumn Contact(
        string key,
        string header,
        Func<Contact, string> read,
        Func<Contact, string, Contact> write
    ) =>
        ItemColumns.Line(
            key,
            header,
            "contact",
            item => read(item.Contact),
            (item, text) => item with { Contact = write(item.Contact, text) }
        );
}
