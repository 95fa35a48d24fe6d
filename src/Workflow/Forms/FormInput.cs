namespace Approvals.Workflow.Forms;

/// <summary>What a browser posted for a form, by the name of the control. Nothing in it is trusted.</summary>
public sealed record FormInput(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Values,
    IReadOnlyDictionary<string, IReadOnlyList<UploadedFile>> Files
)
{
    public static readonly FormInput Empty = new(new Dictionary<string, IReadOnlyList<string>>());

    public FormInput(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
        : this(values, new Dictionary<string, IReadOnlyList<UploadedFile>>(StringComparer.Ordinal)) { }

    public IReadOnlyList<string> ValuesOf(string key) => Values.GetValueOrDefault(key, []);

    public IReadOnlyList<UploadedFile> FilesOf(string key) => Files.GetValueOrDefault(key, []);
}

/// <summary>An upload that is stored already: its blob by hash, the name the sender gave it, its size in bytes.</summary>
public sealed record UploadedFile(string Sha256, string Name, long Bytes);
