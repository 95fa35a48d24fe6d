using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Approvals.Cases.Catalogue;

/// <summary>Item versions as JSON: the payload of <c>item.published</c> in the journal, and the files of <c>data/catalogue</c>.</summary>
public static class CatalogueCodec
{
    public const string PublishedType = "item.published";
    public const string WithdrawnType = "item.withdrawn";
    public const int SchemaVersion = 1;

    private static readonly CatalogueJson Json = new(
        new JsonSerializerOptions(CatalogueJson.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static byte[] Write(ItemPublished published) =>
        JsonSerializer.SerializeToUtf8Bytes(published.Published, Json.ItemVersion);

    public static byte[] Write(ItemWithdrawn withdrawn) =>
        JsonSerializer.SerializeToUtf8Bytes(withdrawn, Json.ItemWithdrawn);

    /// <summary>An item by itself, as drafts keep it and files carry it.</summary>
    public static string WriteItem(Item item) => JsonSerializer.Serialize(item, Json.Item);

    /// <summary>Throws <see cref="InvalidDataException"/> with the place of the fault.</summary>
    public static Item ReadItem(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Json.Item) ?? throw new InvalidDataException("null");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    /// <summary>Throws <see cref="InvalidDataException"/> on an unknown schema version or bytes that are no withdrawal.</summary>
    public static ItemWithdrawn ReadWithdrawn(int schemaVersion, ReadOnlySpan<byte> bytes)
    {
        if (schemaVersion != SchemaVersion)
        {
            throw new InvalidDataException($"{WithdrawnType} of schema version {schemaVersion} is not known.");
        }

        try
        {
            return JsonSerializer.Deserialize(bytes, Json.ItemWithdrawn) ?? throw new InvalidDataException("null");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{WithdrawnType}: {fault.Message}", fault);
        }
    }

    /// <summary>Throws <see cref="InvalidDataException"/> on an unknown schema version or bytes that are no item.</summary>
    public static ItemPublished ReadPublished(int schemaVersion, ReadOnlySpan<byte> bytes)
    {
        if (schemaVersion != SchemaVersion)
        {
            throw new InvalidDataException($"{PublishedType} of schema version {schemaVersion} is not known.");
        }

        try
        {
            return new(JsonSerializer.Deserialize(bytes, Json.ItemVersion) ?? throw new InvalidDataException("null"));
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{PublishedType}: {fault.Message}", fault);
        }
    }

    /// <summary>Reads a catalogue file; throws <see cref="InvalidDataException"/> with the path and the place of the fault.</summary>
    public static IReadOnlyList<ItemVersion> Load(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, Json.IReadOnlyListItemVersion)
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
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(ItemVersion))]
[JsonSerializable(typeof(Item))]
[JsonSerializable(typeof(ItemWithdrawn))]
[JsonSerializable(typeof(IReadOnlyList<ItemVersion>))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
