namespace Approvals.Workflow.Forms;

/// <summary>
/// Every code an answer can be refused with. Sentences may also use <c>{label}</c>, which the page supplies in its own
/// language. The names behind each code are the arguments that come with it, as text.
/// </summary>
public static class FormErrors
{
    /// <summary>Nothing was answered.</summary>
    public const string Required = "form.required";

    /// <summary>A required box was not ticked.</summary>
    public const string MustAgree = "form.must-agree";

    /// <summary>One answer was expected and several came.</summary>
    public const string Several = "form.several";

    /// <summary>Fewer characters than <c>min</c>; it has <c>length</c>.</summary>
    public const string TooShort = "form.too-short";

    /// <summary>More characters than <c>max</c>; it has <c>length</c>.</summary>
    public const string TooLong = "form.too-long";

    /// <summary>Control or direction characters, or broken encoding.</summary>
    public const string Characters = "form.characters";

    /// <summary>Not of the shape the schema asks for; a field's own message goes before the general sentence.</summary>
    public const string Pattern = "form.pattern";

    public const string Email = "form.email";

    public const string Phone = "form.phone";

    /// <summary>Not a unified social credit code, or its check digit is wrong.</summary>
    public const string CreditCode = "form.credit-code";

    /// <summary>Not a citizen identification number, or its check digit is wrong.</summary>
    public const string CitizenId = "form.citizen-id";

    public const string Number = "form.number";

    /// <summary>More digits than can be kept exactly: <c>digits</c>.</summary>
    public const string NumberDigits = "form.number-digits";

    /// <summary>A fraction where none may be.</summary>
    public const string WholeNumber = "form.whole-number";

    /// <summary>More than <c>digits</c> digits behind the point.</summary>
    public const string Decimals = "form.decimals";

    /// <summary>Less than <c>min</c>.</summary>
    public const string TooSmall = "form.too-small";

    /// <summary>More than <c>max</c>.</summary>
    public const string TooLarge = "form.too-large";

    public const string Date = "form.date";

    public const string Time = "form.time";

    public const string DateTime = "form.date-time";

    /// <summary>Before <c>today</c> (ISO date).</summary>
    public const string Past = "form.past";

    /// <summary>Not one of the options.</summary>
    public const string Choice = "form.choice";

    /// <summary>The name of <c>file</c> does not end with one of <c>extensions</c> (without dots, comma-separated).</summary>
    public const string FileType = "form.file-type";

    /// <summary><c>file</c> has more than <c>max</c> bytes.</summary>
    public const string FileSize = "form.file-size";

    /// <summary><c>file</c> has no content.</summary>
    public const string FileEmpty = "form.file-empty";

    /// <summary>More than <c>max</c> files.</summary>
    public const string FileCount = "form.file-count";

    /// <summary>Each code with the names of its arguments.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments = new Dictionary<
        string,
        IReadOnlyList<string>
    >(StringComparer.Ordinal)
    {
        [Required] = [],
        [MustAgree] = [],
        [Several] = [],
        [TooShort] = ["min", "length"],
        [TooLong] = ["max", "length"],
        [Characters] = [],
        [Pattern] = [],
        [Email] = [],
        [Phone] = [],
        [CreditCode] = [],
        [CitizenId] = [],
        [Number] = [],
        [NumberDigits] = ["digits"],
        [WholeNumber] = [],
        [Decimals] = ["digits"],
        [TooSmall] = ["min"],
        [TooLarge] = ["max"],
        [Date] = [],
        [Time] = [],
        [DateTime] = [],
        [Past] = ["today"],
        [Choice] = [],
        [FileType] = ["file", "extensions"],
        [FileSize] = ["file", "max"],
        [FileEmpty] = ["file"],
        [FileCount] = ["max"],
    };
}
