using System.Text.Json;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Tests.Models;

public class PermissionTests
{
    [Fact]
    public void ExpirationDateTime_OnTheFirstDayOfTheCalendar_MeansNever()
    {
        var permission = JsonSerializer.Deserialize(
            """{"expirationDateTime":"0001-01-01T00:00:00Z"}""", OneDriveJsonContext.Default.Permission)!;

        Assert.Null(permission.ExpirationDateTime);
    }

    [Fact]
    public void ExpirationDateTime_WhenSet_IsWrittenInUtc()
    {
        var permission = new Permission { ExpirationDateTime = new DateTimeOffset(2030, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)) };

        Assert.Equal(
            """{"expirationDateTime":"2030-01-01T00:00:00Z"}""", JsonSerializer.Serialize(permission, ModelJson.TypeInfo<Permission>()));
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), permission.ExpirationDateTime);
    }

    [Fact]
    public void Roles_AreAnOpenList()
    {
        var permission = JsonSerializer.Deserialize("""{"roles":["write","sp.full control"]}""", OneDriveJsonContext.Default.Permission)!;

        Assert.Equal([PermissionRole.Write, new PermissionRole("sp.full control")], permission.Roles);
    }
}
