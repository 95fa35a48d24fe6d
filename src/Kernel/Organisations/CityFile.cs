using System.Text.Json;
using System.Text.Json.Serialization;

namespace Approvals.Kernel.Organisations;

/// <summary>
/// A city as one JSON file (<c>data/demo/city.json</c>): its units, the staff with their posts and the applicants. Accounts
/// and the common first password belong to demonstrations only.
/// </summary>
public sealed record CityFile(
    string City,
    string Centre,
    string Region,
    string Address,
    string Phone,
    string DemoPassword,
    IReadOnlyList<Unit> Units,
    IReadOnlyList<CityFile.StaffAccount> Staff,
    IReadOnlyList<CityFile.ApplicantAccount> Applicants
)
{
    /// <summary>A member of staff and the name to sign in with.</summary>
    public sealed record StaffAccount(string Account, string Id, string Name, IReadOnlyList<Post> Posts);

    /// <summary>
    /// Somebody who applies, as a citizen or for the enterprise that he or she legally represents.
    /// </summary>
    public sealed record ApplicantAccount(
        string Account,
        string Id,
        string Name,
        string CitizenId,
        string Phone,
        string Address,
        Enterprise? Enterprise
    );

    /// <summary>An enterprise with its unified social credit code.</summary>
    public sealed record Enterprise(string Name, string CreditCode, string Address);

    /// <summary>Throws <see cref="InvalidDataException"/> with the path and the place of the fault.</summary>
    public static CityFile Load(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, CityJson.Default.CityFile)
                ?? throw new InvalidDataException($"{path}: the file holds null.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }

    /// <summary>A file of units alone; faults as in <see cref="Load"/>.</summary>
    public static IReadOnlyList<Unit> LoadUnits(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, CityJson.Default.IReadOnlyListUnit)
                ?? throw new InvalidDataException($"{path}: the file holds null.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(CityFile))]
[JsonSerializable(typeof(IReadOnlyList<Unit>))]
internal sealed partial class CityJson : JsonSerializerContext;
