using System.Text.Encodings.Web;
using System.Text.Json;

namespace Approvals.Server.Operations;

/// <summary>How operations and their answers travel between the command line and the server.</summary>
public static class OperationJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
