using Approvals.Kernel;

namespace Approvals.Server.Texts;

/// <summary>The sentences of the pages, in the language of the request. In a view: <c>@T["hall.title"]</c>.</summary>
public interface ITexts
{
    /// <summary>The language of the page: <c>zh-Hans</c>, <c>zh-Hant</c> or <c>en</c>.</summary>
    string Language { get; }

    /// <summary>
    /// For the <c>lang</c> of data kept in Chinese only (names of items, laws, materials): <c>zh-Hans</c> on a page
    /// in another language, null on a zh-Hans page, where the attribute is left out.
    /// </summary>
    string? DataLanguage { get; }

    Text this[string id] { get; }

    bool Has(string id);

    /// <summary>Fills the places <c>{name}</c> of the sentence.</summary>
    Text this[string id, params ReadOnlySpan<(string Name, object? Value)> arguments] { get; }

    /// <summary>A term of the field kept as data (承诺件, 原件, 开办企业): translated when the table knows it, else as <see cref="Data"/>.</summary>
    Text Term(string chinese);

    /// <summary>Data that exists in Chinese only: in a page of another language it carries its <c>lang</c>.</summary>
    Text Data(string chinese);

    /// <summary>The sentence of a rejection: <c>rejection.&lt;code&gt;</c>, or a general one that names the code.</summary>
    Text Of(Rejection rejection);
}
