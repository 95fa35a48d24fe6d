namespace Approvals.Server.Pages.Me.Apply.Uploads;

/// <summary>What a file is by its first bytes; the name that came with it proves nothing.</summary>
public sealed record FileKind(string Media, IReadOnlyList<string> Extensions)
{
    /// <summary>Bytes that tell every kind apart.</summary>
    public const int SignatureLength = 8;

    private static readonly (byte[] Signature, FileKind Kind)[] Known =
    [
        ("%PDF-"u8.ToArray(), new FileKind("application/pdf", [".pdf"])),
        ([0xFF, 0xD8, 0xFF], new FileKind("image/jpeg", [".jpg", ".jpeg"])),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], new FileKind("image/png", [".png"])),
    ];

    public bool IsImage => Media.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>Null when the bytes are of no kind that is taken.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> head)
    {
        foreach (var (signature, kind) in Known)
        {
            if (head.StartsWith(signature))
            {
                return kind;
            }
        }

        return null;
    }
}
