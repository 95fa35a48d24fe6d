using System.Globalization;
using System.Text;
using Approvals.Cases.Handling;
using Approvals.Kernel.Blobs;
using Approvals.Workflow.Forms;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Approvals.Server.Pages.Me.Apply.Uploads;

/// <summary>
/// Reads a posted page part by part: texts into memory within bounds, files straight into the blob store. Before the first
/// file, and at the end, the caller is asked whether the sender may send at all, with the texts that came before.
/// </summary>
public sealed class PageReader(IBlobStore blobs)
{
    /// <summary>Of a whole posted page: twenty files of the largest size that forms allow by default, and room for texts.</summary>
    public const long MostBytes = 420L * 1024 * 1024;

    private const int MostParts = 1_000;
    private const int LongestText = 128 * 1024;

    /// <summary>Null when the body can't be read as a form, is beyond all bounds, or <paramref name="mayRead"/> says no.</summary>
    public async Task<PostedPage?> ReadAsync(
        HttpRequest request,
        IReadOnlyDictionary<string, FileField> fields,
        Func<IReadOnlyDictionary<string, StringValues>, Task<bool>> mayRead
    )
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary
        )
        {
            return null;
        }

        var cancellation = request.HttpContext.RequestAborted;
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        var files = new List<DraftFile>();
        var refused = new List<FormFieldError>();
        var reader = new MultipartReader(boundary, request.Body);
        var isAllowed = false;
        var parts = 0;
        try
        {
            while (await reader.ReadNextSectionAsync(cancellation) is { } part)
            {
                if (++parts > MostParts || part.GetContentDispositionHeader() is not { } disposition)
                {
                    return null;
                }

                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                if (!disposition.IsFileDisposition())
                {
                    if (await ReadTextAsync(part.Body, cancellation) is not { } text)
                    {
                        return null;
                    }

                    values[name] = StringValues.Concat(values.GetValueOrDefault(name), text);
                    continue;
                }

                isAllowed = isAllowed || await mayRead(values);
                if (!isAllowed)
                {
                    return null;
                }

                var posted = part.AsFileSection()!.FileName;
                if (posted.Length > 0 && fields.TryGetValue(name, out var field))
                {
                    await TakeAsync(field, FileNames.Clean(posted), part.Body, files, refused, cancellation);
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }

        return isAllowed || await mayRead(values)
            ? new PostedPage(values, files, [.. refused.DistinctBy(each => each.Field, StringComparer.Ordinal)])
            : null;
    }

    private async Task TakeAsync(
        FileField field,
        string name,
        Stream body,
        List<DraftFile> files,
        List<FormFieldError> refused,
        CancellationToken cancellation
    )
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (!field.Extensions.Contains(ending, StringComparer.Ordinal))
        {
            var endings = string.Join(", ", field.Extensions.Select(each => each[1..]));
            refused.Add(Refusal(field, FormErrors.FileType, name, ("extensions", endings)));
            return;
        }

        await using var content = new BufferedReadStream(body, 4096);
        await content.EnsureBufferedAsync(FileKind.SignatureLength, cancellation);
        if (content.BufferedData.Count == 0)
        {
            refused.Add(Refusal(field, FormErrors.FileEmpty, name));
            return;
        }

        if (
            FileKind.Of(content.BufferedData) is not { } kind
            || !kind.Extensions.Contains(ending, StringComparer.Ordinal)
        )
        {
            refused.Add(Refusal(field, ContentError, name, ("ending", ending[1..].ToUpperInvariant())));
            return;
        }

        if (await blobs.PutAsync(content, field.MaxBytes, cancellation) is not { } blob)
        {
            var most = field.MaxBytes.ToString(CultureInfo.InvariantCulture);
            refused.Add(Refusal(field, FormErrors.FileSize, name, ("max", most)));
            return;
        }

        files.Add(new DraftFile(field.Key, name, kind.Media, blob.Length, blob.Sha256));
    }

    /// <summary>The content is not what the name says.</summary>
    private const string ContentError = "apply.file-content";

    private static FormFieldError Refusal(
        FileField field,
        string code,
        string file,
        params ReadOnlySpan<(string Name, string Value)> more
    )
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["file"] = file };
        foreach (var (name, value) in more)
        {
            arguments[name] = value;
        }

        return new FormFieldError(field.Key, code, arguments);
    }

    private static async Task<string?> ReadTextAsync(Stream body, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LongestText)
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
